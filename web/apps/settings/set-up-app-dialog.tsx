import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useId, useState } from 'react'
import { beginApp, confirmApp } from '#web/data/account-security.ts'
import { problemText } from '#web/data/problem-text.ts'
import { useSecurityChange } from '#web/data/use-account-security.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { CodeInput } from '#web/records/account/code-input.tsx'
import { QrCode } from './qr-code.tsx'
import classes from './security.module.css'
import page from './settings-page.module.css'

interface SetUpAppDialogProps {
  /** With the recovery codes. */
  readonly onDone: (codes: readonly string[]) => void
  readonly onClose: () => void
}

/** Shows the secret to the person's app, and asks for its first code. */
export function SetUpAppDialog({ onDone, onClose }: SetUpAppDialogProps) {
  const { t } = useMessages()
  const formId = useId()
  const [code, setCode] = useState('')
  const { mutate: begin, ...beginning } = useMutation({ mutationFn: beginApp })
  const confirm = useSecurityChange(confirmApp)
  useEffect(() => begin(), [begin])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim() !== '' && !confirm.isPending) confirm.mutate(code.trim(), { onSuccess: onDone })
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('auth.setUpAppTitle')}
      footer={
        <>
          <Button onClick={onClose}>{t('design.cancel')}</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            disabled={beginning.data === undefined}
            busy={confirm.isPending}
          >
            {t('auth.turnOnApp')}
          </Button>
        </>
      }
    >
      <form id={formId} className={page.dialogForm} onSubmit={submit} noValidate>
        <p>{t('auth.scan')}</p>
        <QrCode content={beginning.data?.address} />
        <div className={classes.secret}>
          <span>{t('auth.orType')}</span>
          <code>{beginning.data?.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </div>
        <FormProblem>{problemText(t, beginning.error ?? confirm.error)}</FormProblem>
        <CodeInput value={code} onChange={setCode} data-autofocus />
      </form>
    </Dialog>
  )
}
