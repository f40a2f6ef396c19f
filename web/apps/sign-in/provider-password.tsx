import { TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { problemText } from '#web/data/problem-text.ts'
import { type ProviderChoice, signInAtProvider } from '#web/data/providers.ts'
import { Button } from '#web/design/button.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { PasswordInput } from '#web/design/password-input.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './provider-choices.module.css'

interface ProviderPasswordProps {
  readonly choice: ProviderChoice
  readonly onSignedIn: () => void
  readonly onBack: () => void
}

/** Name and password that the company's directory knows. */
export function ProviderPassword({ choice, onSignedIn, onBack }: ProviderPasswordProps) {
  const { t } = useMessages()
  const [identifier, setIdentifier] = useState('')
  const [password, setPassword] = useState('')
  const entering = useMutation({
    mutationFn: () => signInAtProvider(choice.id, identifier.trim(), password),
    onSuccess: onSignedIn,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (identifier.trim() !== '' && password !== '' && !entering.isPending) entering.mutate()
  }
  return (
    <form className={classes.choices} onSubmit={submit} noValidate>
      <p className={classes.or}>{choice.name}</p>
      <FormProblem>{problemText(t, entering.error)}</FormProblem>
      <TextInput
        label={t('providers.account')}
        autoComplete="username"
        autoCapitalize="none"
        autoFocus
        value={identifier}
        onChange={(event) => setIdentifier(event.target.value)}
      />
      <PasswordInput
        label={t('auth.password')}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button type="submit" variant="primary" busy={entering.isPending}>
        {t('auth.signIn')}
      </Button>
      <Button onClick={onBack}>{t('auth.backToPassword')}</Button>
    </form>
  )
}
