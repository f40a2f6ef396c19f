import { useState } from 'react'
import { makePasskey, passkeysWork } from '#web/data/passkeys.ts'
import { Button } from '#web/design/button.tsx'
import form from '#web/design/form.module.css'
import { FormProblem } from '#web/design/form-problem.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { usePasskey } from '#web/records/account/use-passkey.ts'
import { RecoveryCodesDialog } from './recovery-codes-dialog.tsx'
import { SetUpAppDialog } from './set-up-app-dialog.tsx'
import { useDeviceName } from './use-device-name.ts'

/** The first second factor of somebody who has none: an app or a passkey. */
export function SetUpSecondStep({ onDone }: { onDone: () => void }) {
  const { t } = useMessages()
  const deviceName = useDeviceName()
  const [settingUp, setSettingUp] = useState(false)
  const [codes, setCodes] = useState<readonly string[]>()
  const adding = usePasskey(() => makePasskey(deviceName(navigator.userAgent)), onDone)
  return (
    <div className={form.form}>
      {adding.problem && <FormProblem>{adding.problem}</FormProblem>}
      <Button variant="primary" onClick={() => setSettingUp(true)}>
        {t('auth.setUpAppTitle')}
      </Button>
      {passkeysWork() && (
        <Button busy={adding.busy} onClick={() => adding.ask()}>
          {t('auth.addPasskey')}
        </Button>
      )}
      {settingUp && (
        <SetUpAppDialog
          onDone={(made) => {
            setSettingUp(false)
            setCodes(made)
          }}
          onClose={() => setSettingUp(false)}
        />
      )}
      {codes !== undefined && <RecoveryCodesDialog codes={codes} onClose={onDone} />}
    </div>
  )
}
