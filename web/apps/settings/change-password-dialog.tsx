import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { problemText } from '#web/data/problem-text.ts'
import { changePassword } from '#web/data/session.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { PasswordInput } from '#web/design/password-input.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './settings-page.module.css'

/** Takes the old password and the new one. */
export function ChangePasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useMessages()
  const formId = useId()
  const [currentPassword, setCurrent] = useState('')
  const [newPassword, setNew] = useState('')
  const [sent, setSent] = useState(false)
  const change = useMutation({ mutationFn: changePassword })
  const missing = (value: string, field: string) =>
    sent && value === '' ? t('auth.missing', { field }) : undefined

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (currentPassword === '' || newPassword === '' || change.isPending) return
    change.mutate(
      { currentPassword, newPassword },
      {
        onSuccess: () => {
          showToast(t('settings.passwordChanged'))
          onClose()
        },
      },
    )
  }

  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('settings.changePassword')}
      footer={
        <>
          <Button onClick={onClose}>{t('design.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={change.isPending}>
            {t('settings.changePassword')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.dialogForm} onSubmit={submit} noValidate>
        <FormProblem>{problemText(t, change.error)}</FormProblem>
        <PasswordInput
          label={t('settings.currentPassword')}
          autoComplete="current-password"
          data-autofocus
          value={currentPassword}
          onChange={(event) => setCurrent(event.target.value)}
          error={missing(currentPassword, t('settings.currentPassword'))}
        />
        <PasswordInput
          label={t('settings.newPassword')}
          autoComplete="new-password"
          value={newPassword}
          onChange={(event) => setNew(event.target.value)}
          error={missing(newPassword, t('settings.newPassword'))}
        />
      </form>
    </Dialog>
  )
}
