import { TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiError } from '#web/data/api-error.ts'
import { readIdentifier } from '#web/data/identifier.ts'
import { join, type Outlook } from '#web/data/joining.ts'
import { problemText } from '#web/data/problem-text.ts'
import { Button } from '#web/design/button.tsx'
import form from '#web/design/form.module.css'
import { FormProblem } from '#web/design/form-problem.tsx'
import { PasswordInput } from '#web/design/password-input.tsx'
import { useMessages } from '#web/messages/use-messages.ts'

interface NewAccountFormProps {
  readonly token: string
  readonly outlook: Outlook
  readonly onJoined: () => void
}

/** The shortest password that is taken. */
const least = 8

/** Makes an account for the address that was invited, or for one that is typed where the link named none. */
export function NewAccountForm({ token, outlook, onJoined }: NewAccountFormProps) {
  const { t } = useMessages()
  const [name, setName] = useState(outlook.name ?? '')
  const [identifier, setIdentifier] = useState('')
  const [password, setPassword] = useState('')
  const [sent, setSent] = useState(false)
  const bound = outlook.email ?? outlook.mobile
  const way = bound === null ? readIdentifier(identifier) : undefined
  const joining = useMutation({
    mutationFn: () => join({ token, name: name.trim(), password, ...way }),
    onSuccess: onJoined,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    const complete = name.trim() !== '' && password !== '' && (bound !== null || way !== undefined)
    if (complete && !joining.isPending) joining.mutate()
  }
  const missing = (value: string, field: string) =>
    sent && value.trim() === '' ? t('auth.missing', { field }) : undefined
  const refused = joining.error instanceof ApiError ? joining.error : undefined
  return (
    <form className={form.form} onSubmit={submit} noValidate>
      <FormProblem>{problemText(t, joining.error)}</FormProblem>
      <TextInput
        label={t('auth.name')}
        name="name"
        autoComplete="name"
        autoFocus
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={missing(name, t('auth.name')) ?? refused?.messageFor('name')}
      />
      {bound === null ? (
        <TextInput
          label={t('auth.identifier')}
          name="identifier"
          autoComplete="username"
          autoCapitalize="none"
          value={identifier}
          onChange={(event) => setIdentifier(event.target.value)}
          error={
            missing(identifier, t('auth.identifier')) ??
            (sent && way === undefined ? t('auth.invalidIdentifier') : undefined)
          }
        />
      ) : (
        <TextInput
          label={t('auth.identifier')}
          name="identifier"
          autoComplete="username"
          value={bound}
          readOnly
        />
      )}
      <PasswordInput
        label={t('people.choosePassword')}
        name="password"
        description={t('auth.passwordHint', { least })}
        autoComplete="new-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={missing(password, t('people.choosePassword')) ?? refused?.messageFor('password')}
      />
      <Button type="submit" variant="primary" busy={joining.isPending}>
        {t('people.join')}
      </Button>
    </form>
  )
}
