import { Dialog } from '#web/design/dialog.tsx'
import { Kbd } from '#web/design/kbd.tsx'
import { withMod } from '#web/design/use-keys.ts'
import type { PlainMessageKey } from '#web/messages/catalogue.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './keys-dialog.module.css'

const table: readonly (readonly [PlainMessageKey & `shell.key${string}`, readonly string[]])[] = [
  ['shell.keyAnything', [withMod('K')]],
  ['shell.keyCreate', ['C']],
  ['shell.keyFilter', ['F']],
  ['shell.keyMove', ['J', 'K']],
  ['shell.keySelect', ['X']],
  ['shell.keyOpen', ['Enter']],
  ['shell.keyEdit', ['E']],
  ['shell.keyBack', ['Esc']],
  ['shell.keyAllKeys', ['?']],
]

/** All keys, as a table. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useMessages()
  return (
    <Dialog opened onClose={onClose} title={t('shell.keys')} width={380}>
      <dl className={classes.table} data-autofocus tabIndex={-1}>
        {table.map(([title, keys]) => (
          <div key={title} className={classes.line}>
            <dt>{t(title)}</dt>
            <dd>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
              <span className={classes.spoken}>{keys.join(', ')}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
