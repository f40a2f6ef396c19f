import { useCatalogue } from '#web/data/index.ts'
import { discardEntry, type Entry, errorOf, retryEntry, sameValue } from '#web/data/unsaved.ts'
import { Button } from '#web/design/button.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { useCopy } from '#web/design/use-copy.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './unsaved.module.css'
import { UnsavedValue } from './unsaved-value.tsx'
import { useUnsavedText, valuesOf } from './use-unsaved-text.ts'

/** One write that was not taken. */
export function UnsavedEntry({ entry }: { readonly entry: Entry }) {
  const { t, label } = useMessages()
  const { act, about, reason } = useUnsavedText(entry)
  const object = useCatalogue().find(entry.write.object)
  const { place, copy } = useCopy<HTMLDListElement>((values) =>
    [`${act} ${about}`, values?.innerText ?? ''].join('\n'),
  )
  const { refusal, write } = entry
  const error = refusal === undefined ? undefined : errorOf(refusal)
  const lines = Object.entries(valuesOf(write)).filter(([wire]) => wire !== 'id')
  return (
    <li className={classes.entry}>
      <h3 className={classes.heading}>
        <span>{act}</span> {about}
      </h3>
      {reason !== undefined && <p className={classes.reason}>{reason}</p>}
      {lines.length > 0 && (
        <dl ref={place} className={classes.values}>
          {lines.map(([wire, value]) => {
            const field = object?.fieldByWire.get(wire)
            const wrong = error?.messageFor(wire)
            return (
              <div key={wire}>
                <dt>{field === undefined ? wire : label(field.label)}</dt>
                <dd className={classes.mine}>
                  <UnsavedValue field={field} value={value} />
                </dd>
                {wrong !== undefined && <dd className={classes.wrong}>{wrong}</dd>}
                {refusal?.theirs !== undefined && !sameValue(refusal.theirs[wire], value) && (
                  <dd className={classes.theirs}>
                    {t('outbox.theirs')}{' '}
                    <span>
                      <UnsavedValue field={field} value={refusal.theirs[wire]} />
                    </span>
                  </dd>
                )}
              </div>
            )
          })}
        </dl>
      )}
      <div className={classes.actions}>
        <Button size="sm" onClick={() => retryEntry(entry)}>
          {t(refusal?.theirs === undefined ? 'outbox.retry' : 'outbox.overwrite')}
        </Button>
        {lines.length > 0 && (
          <Button
            size="sm"
            variant="subtle"
            onClick={() => void copy().then((copied) => copied && showToast(t('outbox.copied')))}
          >
            {t('outbox.copy')}
          </Button>
        )}
        <Button size="sm" variant="subtle" onClick={() => discardEntry(entry)}>
          {t('outbox.discard')}
        </Button>
      </div>
    </li>
  )
}
