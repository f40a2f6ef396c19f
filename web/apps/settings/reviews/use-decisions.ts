import { problemText } from '#web/data/problem-text.ts'
import type { ReviewLine } from '#web/data/reviews.ts'
import { useDecideReview } from '#web/data/use-reviews.ts'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'

/** Confirming and withdrawing lines of a review; `done` once either is. */
export function useDecisions(id: string, done: () => void) {
  const { t } = useMessages()
  const decide = useDecideReview(id)
  const idsOf = (lines: readonly ReviewLine[]) => lines.map((line) => line.id)
  return {
    busy: decide.isPending,
    error: decide.error,
    reset: decide.reset,
    confirm(lines: readonly ReviewLine[]): void {
      const undecided = lines.filter(({ decision }) => decision === null)
      if (undecided.length === 0 || decide.isPending) return
      decide.mutate(
        { lines: idsOf(undecided), decision: 'confirmed' },
        {
          onSuccess: () => {
            showToast(t('reviews.confirmed', { count: undecided.length }))
            done()
          },
          onError: (error) => showToast(problemText(t, error) ?? t('design.failed'), { tone: 'problem' }),
        },
      )
    },
    withdraw(lines: readonly ReviewLine[], comment: string): void {
      decide.mutate(
        { lines: idsOf(lines), decision: 'withdrawn', ...(comment !== '' && { comment }) },
        {
          onSuccess: () => {
            showToast(t('reviews.withdrawn', { count: lines.length }))
            done()
          },
        },
      )
    },
  }
}
