import { useEffect } from 'react'
import { problemText } from '#web/data/problem-text.ts'
import { type Undoable, whenUndoable } from '#web/data/undo.ts'
import { offerQuietUndo, showToast, showUndo } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'

/** Shows what can be taken back, and what could not be. */
export function useUndoOffers(): void {
  const { t } = useMessages()
  useEffect(() => {
    const takeBack = async ({ undo }: Undoable) => {
      try {
        const { skipped } = await undo()
        if (skipped > 0) showToast(t('outbox.skipped', { count: skipped }), { tone: 'problem' })
      } catch (error) {
        const reason = problemText(t, error) ?? t('design.failed')
        showToast(t('outbox.undoFailed', { reason }), { tone: 'problem' })
      }
    }
    whenUndoable((undoable) => {
      const undo = () => void takeBack(undoable)
      if (undoable.message === undefined) offerQuietUndo(undo)
      else showUndo(undoable.message, undo)
    })
    return () => whenUndoable(() => {})
  }, [t])
}
