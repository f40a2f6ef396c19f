import { Kbd } from '#web/design/kbd.tsx'
import { withMod } from '#web/design/use-keys.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './editor.module.css'

interface EditorHintsProps {
  readonly id: string
  readonly reason: string | null
  readonly above: boolean
  readonly modEnter: boolean
  readonly compound: boolean
}

/** The keys of the editor above them, and why what is typed cannot be saved. */
export function EditorHints({ id, reason, above, modEnter, compound }: EditorHintsProps) {
  const { t } = useMessages()
  return (
    <div className={classes.hints} data-above={above || undefined}>
      {reason !== null && (
        <span id={id} role="alert" className={classes.reason}>
          {reason}
        </span>
      )}
      <span className={classes.keys} aria-hidden>
        <Kbd>{modEnter ? withMod('↵') : '↵'}</Kbd>
        {t('table.hintSave')}
        {!compound && (
          <>
            <Kbd>Tab</Kbd>
            {t('table.hintNext')}
          </>
        )}
        <Kbd>Esc</Kbd>
        {t('table.hintCancel')}
      </span>
    </div>
  )
}
