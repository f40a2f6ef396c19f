import { useLocale } from '#web/data/index.ts'
import type { ReviewLine } from '#web/data/reviews.ts'
import { StatusDot } from '#web/design/status-dot.tsx'
import { wallTime } from '#web/fields/wall-time.ts'
import { useMessages } from '#web/messages/use-messages.ts'

/** What was decided of a line, by whom, and why. */
export function DecisionMark({ line }: { readonly line: ReviewLine }) {
  const { t } = useMessages()
  const { timeZone } = useLocale()
  const { decision, decidedBy, decidedAt, comment } = line
  if (decision === null) return t('reviews.show_none')
  const by = t('reviews.decided', { name: decidedBy ?? '', at: wallTime(decidedAt ?? '', timeZone) })
  return (
    <span title={comment === '' ? by : `${by} · ${comment}`}>
      <StatusDot color={decision === 'confirmed' ? 'green' : 'red'}>
        {t(`reviews.show_${decision}`)}
      </StatusDot>
    </span>
  )
}
