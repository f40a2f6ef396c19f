import { TextInput } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { passkeysWork } from '#web/data/passkeys.ts'
import { problemText } from '#web/data/problem-text.ts'
import { signIn, signInByPasskey } from '#web/data/session.ts'
import { Button } from '#web/design/button.tsx'
import form from '#web/design/form.module.css'
import { FormProblem } from '#web/design/form-problem.tsx'
import { PasswordInput } from '#web/design/password-input.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { SecondStepForm } from './second-step-form.tsx'
import { usePasskey } from './use-passkey.ts'
import { usePasskeyAutofill } from './use-passkey-autofill.ts'

interface SignInFormProps {
  /** Who is expected. */
  readonly known?: string
  readonly notice?: string
  readonly onSignedIn: () => void
}

/** Every way in: password with a second step where there is one, passkey by its button or from the field's suggestions. */
export function SignInForm({ known = '', notice, onSignedIn: onEntered }: SignInFormProps) {
  const { t } = useMessages()
  const entered = useRef(false)
  // The button and the field may both be answered: the second answer finds its person inside.
  const onSignedIn = () => {
    if (entered.current) return
    entered.current = true
    onEntered()
  }
  const [identifier, setIdentifier] = useState(known)
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState(false)
  const [ticket, setTicket] = useState<string>()
  const entering = useMutation({
    mutationFn: () => signIn(identifier.trim(), password),
    onSuccess: (asked) => (asked === undefined ? onSignedIn() : setTicket(asked)),
  })
  const passkey = usePasskey(() => signInByPasskey(), onSignedIn)
  usePasskeyAutofill(onSignedIn)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    // A portal's events reach the page beneath as well, whose form this is not.
    event.stopPropagation()
    const incomplete = identifier.trim() === '' || password === ''
    setMissing(incomplete)
    if (!incomplete && !entering.isPending) entering.mutate()
  }
  const errorOf = (value: string, field: string) =>
    missing && value.trim() === '' ? t('auth.missing', { field }) : undefined
  const back = () => {
    setTicket(undefined)
    setPassword('')
  }

  if (ticket !== undefined) return <SecondStepForm ticket={ticket} onSignedIn={onSignedIn} onBack={back} />
  return (
    <form className={form.form} onSubmit={submit} noValidate>
      {notice !== undefined && <p className={form.notice}>{notice}</p>}
      <FormProblem>{passkey.problem ?? problemText(t, entering.error)}</FormProblem>
      <TextInput
        label={t('auth.identifier')}
        name="identifier"
        autoComplete="username webauthn"
        autoCapitalize="none"
        autoFocus={known === ''}
        value={identifier}
        onChange={(event) => setIdentifier(event.target.value)}
        error={errorOf(identifier, t('auth.identifier'))}
      />
      <PasswordInput
        label={t('auth.password')}
        name="password"
        autoComplete="current-password"
        {...(known !== '' && { 'data-autofocus': true })}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={errorOf(password, t('auth.password'))}
      />
      <Button type="submit" variant="primary" busy={entering.isPending}>
        {t('auth.signIn')}
      </Button>
      {passkeysWork() && (
        <Button icon={IconFingerprint} busy={passkey.busy} onClick={() => passkey.ask()}>
          {t('auth.signInByPasskey')}
        </Button>
      )}
    </form>
  )
}
