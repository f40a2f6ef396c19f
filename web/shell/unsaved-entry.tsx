import { discardEntry, type Entry, retryEntry } from '#web/data/unsaved.ts'
import { Button } from '#web/design/button.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './unsaved.module.css'
import { useUnsavedText } from './use-unsaved-text.ts'

/** One write that was not taken. */
export function UnsavedEntry({ entry }: { readonly entry: Entry }) {
  const { t } = useMessages()
  const { heading, reason, lines } = useUnsavedText(entry)
  const copied = [heading, ...lines.map(({ label, mine }) => `${label}: ${mine}`)].join('\n')
  const copy = () => void navigator.clipboard?.writeText(copied).then(() => showToast(t('outbox.copied')))
  return (
    <li className={classes.entry}>
      <h3 className={classes.heading}>{heading}</h3>
      <p className={classes.reason}>{reason}</p>
      {lines.length > 0 && (
        <dl className={classes.values}>
          {lines.map(({ wire, label, mine, theirs }) => (
            <div key={wire}>
              <dt>{label}</dt>
              <dd className={classes.mine}>{mine}</dd>
              {theirs !== undefined && (
                <dd className={classes.theirs}>
                  {t('outbox.theirs')} <span>{theirs}</span>
                </dd>
              )}
            </div>
          ))}
        </dl>
      )}
      <div className={classes.actions}>
        <Button size="sm" onClick={() => retryEntry(entry)}>
          {t(entry.refusal?.theirs === undefined ? 'outbox.retry' : 'outbox.overwrite')}
        </Button>
        <Button size="sm" variant="subtle" onClick={copy}>
          {t('outbox.copy')}
        </Button>
        <Button size="sm" variant="subtle" onClick={() => discardEntry(entry)}>
          {t('outbox.discard')}
        </Button>
      </div>
    </li>
  )
}
