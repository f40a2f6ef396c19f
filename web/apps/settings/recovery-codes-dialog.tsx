import { IconCheck, IconCopy } from '@tabler/icons-react'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import form from '#web/design/form.module.css'
import { useCopy } from '#web/design/use-copy.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './security.module.css'

/** Recovery codes, this one time. */
export function RecoveryCodesDialog({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { t } = useMessages()
  const { place, copied, copy } = useCopy<HTMLOListElement>(() => codes.join('\n'))
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('auth.recoveryCodes')}
      footer={
        <>
          <Button icon={copied ? IconCheck : IconCopy} onClick={() => void copy()}>
            {t(copied ? 'design.copied' : 'design.copy')}
          </Button>
          <Button variant="primary" data-autofocus onClick={onClose}>
            {t('settings.done')}
          </Button>
        </>
      }
    >
      <p className={form.notice}>{t('auth.recoveryCodesOnce')}</p>
      <ol ref={place} className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
