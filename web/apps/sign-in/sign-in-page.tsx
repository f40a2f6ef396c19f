import { TextInput } from '@mantine/core'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { problemText } from '#web/data/problem-text.ts'
import { useSignIn } from '#web/data/use-session-changes.ts'
import { Button } from '#web/design/button.tsx'
import form from '#web/design/form.module.css'
import { FormProblem } from '#web/design/form-problem.tsx'
import { PasswordInput } from '#web/design/password-input.tsx'
import { PlainPage } from '#web/design/plain-page.tsx'
import { useMessages } from '#web/messages/use-messages.ts'

const route = getRouteApi('/sign-in')

/** Signs in and goes on to where the person was headed. */
export function Component() {
  const { t } = useMessages()
  const router = useRouter()
  const { from } = route.useSearch()
  const [identifier, setIdentifier] = useState('')
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState(false)
  const signIn = useSignIn()

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const incomplete = identifier.trim() === '' || password === ''
    setMissing(incomplete)
    if (incomplete || signIn.isPending) return
    // Only an address of this app is followed.
    const target = from?.startsWith('/') === true && !from.startsWith('//') ? from : '/'
    signIn.mutate(
      { identifier: identifier.trim(), password },
      { onSuccess: () => router.history.push(target) },
    )
  }
  const errorOf = (value: string, field: string) =>
    missing && value.trim() === '' ? t('auth.missing', { field }) : undefined

  return (
    <PlainPage title={t('auth.signInTo')}>
      <form className={form.form} onSubmit={submit} noValidate>
        <FormProblem>{problemText(t, signIn.error)}</FormProblem>
        <TextInput
          label={t('auth.identifier')}
          name="identifier"
          autoComplete="username"
          autoCapitalize="none"
          autoFocus
          value={identifier}
          onChange={(event) => setIdentifier(event.target.value)}
          error={errorOf(identifier, t('auth.identifier'))}
        />
        <PasswordInput
          label={t('auth.password')}
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          error={errorOf(password, t('auth.password'))}
        />
        <Button type="submit" variant="primary" busy={signIn.isPending}>
          {t('auth.signIn')}
        </Button>
      </form>
    </PlainPage>
  )
}
