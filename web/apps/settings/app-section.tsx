import { useState } from 'react'
import { type Factors, removeApp, renewRecoveryCodes } from '#web/data/account-security.ts'
import { useSecurityChange } from '#web/data/use-account-security.ts'
import { useLocale } from '#web/data/use-locale.ts'
import { Button } from '#web/design/button.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { shortDateTime } from '#web/fields/short-date.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { RecoveryCodesDialog } from './recovery-codes-dialog.tsx'
import { SetUpAppDialog } from './set-up-app-dialog.tsx'
import { SettingLine } from './setting-line.tsx'
import classes from './settings-page.module.css'

type Asking = 'setUp' | 'turnOff' | 'renew' | undefined

/** The second step after the password, and the codes for when the phone is away. */
export function AppSection({ app }: Pick<Factors, 'app'>) {
  const { t } = useMessages()
  const locale = useLocale()
  const [asking, setAsking] = useState<Asking>()
  const [codes, setCodes] = useState<readonly string[]>()
  const turnOff = useSecurityChange(() => removeApp())
  const renew = useSecurityChange(() => renewRecoveryCodes())
  const close = () => setAsking(undefined)
  const show = (made: readonly string[]) => {
    close()
    setCodes(made)
  }
  const date = app && shortDateTime(app.enabledAt, locale)

  return (
    <>
      <SettingLine label={t('auth.app')} help={t('auth.appWhat')}>
        <div className={classes.stateRow}>
          <span>{date === null ? t('auth.appOff') : t('auth.appOn', { date })}</span>
          <Button onClick={() => setAsking(app === null ? 'setUp' : 'turnOff')}>
            {t(app === null ? 'auth.setUpApp' : 'auth.turnOffApp')}
          </Button>
        </div>
      </SettingLine>
      {app !== null && (
        <SettingLine label={t('auth.recoveryCodes')}>
          <div className={classes.stateRow}>
            <span>{t('auth.recoveryCodesLeft', { count: app.recoveryCodesLeft })}</span>
            <Button onClick={() => setAsking('renew')}>{t('auth.renewCodes')}</Button>
          </div>
        </SettingLine>
      )}
      {asking === 'setUp' && <SetUpAppDialog onDone={show} onClose={close} />}
      {asking === 'turnOff' && (
        <ConfirmDialog
          title={t('auth.turnOffAppTitle')}
          action={t('auth.turnOffApp')}
          busy={turnOff.isPending}
          error={turnOff.error}
          onConfirm={() =>
            turnOff.mutate(undefined, {
              onSuccess: () => {
                showToast(t('auth.appTurnedOff'))
                close()
              },
            })
          }
          onClose={close}
        >
          {t('auth.turnOffAppWhat')}
        </ConfirmDialog>
      )}
      {asking === 'renew' && (
        <ConfirmDialog
          title={t('auth.renewCodes')}
          action={t('auth.renewCodes')}
          busy={renew.isPending}
          error={renew.error}
          onConfirm={() => renew.mutate(undefined, { onSuccess: show })}
          onClose={close}
        >
          {t('auth.renewCodesWhat')}
        </ConfirmDialog>
      )}
      {codes && <RecoveryCodesDialog codes={codes} onClose={() => setCodes(undefined)} />}
    </>
  )
}
