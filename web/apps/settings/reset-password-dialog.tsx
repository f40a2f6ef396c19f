import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { resetPassword } from '#web/data/members.ts'
import { problemText } from '#web/data/problem-text.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { PasswordInput } from '#web/design/password-input.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './settings-page.module.css'

/** Gives a member another password, which is handed over by word of mouth. */
export function ResetPasswordDialog({
  member,
  onClose,
}: {
  member: { readonly id: string; readonly name: string }
  onClose: () => void
}) {
  const { t } = useMessages()
  const formId = useId()
  const [password, setPassword] = useState('')
  const [sent, setSent] = useState(false)
  const reset = useMutation({ mutationFn: resetPassword })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (password === '' || reset.isPending) return
    reset.mutate(
      { id: member.id, password },
      {
        onSuccess: () => {
          showToast(t('settings.passwordReset', { name: member.name }))
          onClose()
        },
      },
    )
  }

  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('settings.resetPasswordNamed', { name: member.name })}
      footer={
        <>
          <Button onClick={onClose}>{t('design.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={reset.isPending}>
            {t('settings.resetPassword')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.dialogForm} onSubmit={submit} noValidate>
        <FormProblem>{problemText(t, reset.error)}</FormProblem>
        <PasswordInput
          label={t('settings.newPassword')}
          description={t('settings.resetPasswordHelp')}
          autoComplete="new-password"
          data-autofocus
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          error={
            sent && password === '' ? t('auth.missing', { field: t('settings.newPassword') }) : undefined
          }
        />
      </form>
    </Dialog>
  )
}
