import { TextInput } from '@mantine/core'
import { type FormEvent, useId, useState } from 'react'
import { type Passkey, renamePasskey } from '#web/data/account-security.ts'
import { problemText } from '#web/data/problem-text.ts'
import { useSecurityChange } from '#web/data/use-account-security.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './settings-page.module.css'

/** Gives a passkey a name by which one knows its device. */
export function RenamePasskeyDialog({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const { t } = useMessages()
  const formId = useId()
  const [name, setName] = useState(passkey.name)
  const rename = useSecurityChange(renamePasskey)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') rename.mutate({ id: passkey.id, name: name.trim() }, { onSuccess: onClose })
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('auth.renamePasskeyNamed', { name: passkey.name })}
      footer={
        <>
          <Button onClick={onClose}>{t('design.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={rename.isPending}>
            {t('auth.renamePasskey')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.dialogForm} onSubmit={submit} noValidate>
        <FormProblem>{problemText(t, rename.error)}</FormProblem>
        <TextInput
          label={t('auth.passkeyName')}
          data-autofocus
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={name.trim() === '' && t('auth.missing', { field: t('auth.passkeyName') })}
        />
      </form>
    </Dialog>
  )
}
