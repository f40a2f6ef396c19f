import { useOutbox } from '#web/data/use-outbox.ts'
import { Dialog } from '#web/design/dialog.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './unsaved.module.css'
import { UnsavedEntry } from './unsaved-entry.tsx'

/** Writes that the server did not take: what was typed, why, and what can be done about each. */
export function UnsavedDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useMessages()
  const { refused } = useOutbox()
  return (
    <Dialog opened onClose={onClose} title={t('outbox.unsavedTitle')} width={560}>
      <p className={classes.hint}>{t(refused.length > 0 ? 'outbox.unsavedHint' : 'outbox.nothingUnsaved')}</p>
      <ul className={classes.list}>
        {refused.map((entry) => (
          <UnsavedEntry key={entry.id} entry={entry} />
        ))}
      </ul>
    </Dialog>
  )
}
