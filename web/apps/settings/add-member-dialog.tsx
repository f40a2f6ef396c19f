import { TextInput } from '@mantine/core'
import { type FormEvent, useId, useState } from 'react'
import { readIdentifier } from '#web/data/identifier.ts'
import { problemText } from '#web/data/problem-text.ts'
import type { Role } from '#web/data/session.ts'
import { useAddMember } from '#web/data/use-members.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { PasswordInput } from '#web/design/password-input.tsx'
import { Select } from '#web/design/select.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './settings-page.module.css'

/** Adds a person, with a first password that is handed over by word of mouth. */
export function AddMemberDialog({ onClose }: { onClose: () => void }) {
  const { t } = useMessages()
  const formId = useId()
  const [name, setName] = useState('')
  const [identifier, setIdentifier] = useState('')
  const [password, setPassword] = useState('')
  const [role, setRole] = useState<Role>('member')
  const [sent, setSent] = useState(false)
  const add = useAddMember()
  const way = readIdentifier(identifier)
  const missing = (value: string, field: string) =>
    sent && value.trim() === '' ? t('auth.missing', { field }) : undefined

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (name.trim() === '' || way === undefined || password === '' || add.isPending) return
    add.mutate(
      { name: name.trim(), ...way, password, role },
      {
        onSuccess: () => {
          showToast(t('settings.memberAdded', { name: name.trim() }))
          onClose()
        },
      },
    )
  }

  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('settings.addMember')}
      footer={
        <>
          <Button onClick={onClose}>{t('design.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={add.isPending}>
            {t('settings.addMember')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.dialogForm} onSubmit={submit} noValidate>
        <FormProblem>{problemText(t, add.error)}</FormProblem>
        <TextInput
          label={t('settings.memberName')}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={missing(name, t('settings.memberName'))}
        />
        <TextInput
          label={t('auth.identifier')}
          autoComplete="off"
          value={identifier}
          onChange={(event) => setIdentifier(event.target.value)}
          error={
            missing(identifier, t('auth.identifier')) ??
            (sent && way === undefined ? t('auth.invalidIdentifier') : undefined)
          }
        />
        <PasswordInput
          label={t('settings.initialPassword')}
          description={t('settings.initialPasswordHelp')}
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          error={missing(password, t('settings.initialPassword'))}
        />
        <Select
          label={t('settings.role')}
          choices={[
            { value: 'member', label: t('settings.roleMember') },
            { value: 'admin', label: t('settings.roleAdmin') },
          ]}
          value={role}
          onChange={setRole}
        />
      </form>
    </Dialog>
  )
}
