import { TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { problemText } from '#web/data/problem-text.ts'
import { session, signIn } from '#web/data/session.ts'
import { useSession } from '#web/data/use-session.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import form from '#web/design/form.module.css'
import { FormProblem } from '#web/design/form-problem.tsx'
import { PasswordInput } from '#web/design/password-input.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { lostSession } from './lost-session.ts'

/** The session ended while a page was open: signs in above the page, so that nothing typed in it is lost. */
export function SignInAgain() {
  const { t } = useMessages()
  const client = useQueryClient()
  const formId = useId()
  const { user } = useSession()
  const [identifier, setIdentifier] = useState(user.email ?? user.mobile ?? '')
  const [password, setPassword] = useState('')
  const signingIn = useMutation({
    mutationFn: async () => {
      await signIn(identifier.trim(), password)
      return session()
    },
    onSuccess: (found) => {
      // What is on the page belongs to whom it was loaded for.
      if (found.user.id !== user.id) return location.assign('/')
      lostSession.set(false)
      void client.invalidateQueries()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // A portal's events reach the page beneath as well, whose form this is not.
    event.stopPropagation()
    if (identifier.trim() !== '' && password !== '' && !signingIn.isPending) signingIn.mutate()
  }
  return (
    <Dialog
      opened
      onClose={() => lostSession.set(false)}
      title={t('auth.signInTo')}
      footer={
        <Button type="submit" form={formId} variant="primary" busy={signingIn.isPending}>
          {t('auth.signIn')}
        </Button>
      }
    >
      <form id={formId} className={form.form} onSubmit={submit} noValidate>
        <p className={form.notice}>{t('auth.sessionExpired')}</p>
        <FormProblem>{problemText(t, signingIn.error)}</FormProblem>
        <TextInput
          label={t('auth.identifier')}
          autoComplete="username"
          autoCapitalize="none"
          value={identifier}
          onChange={(event) => setIdentifier(event.target.value)}
        />
        <PasswordInput
          label={t('auth.password')}
          autoComplete="current-password"
          data-autofocus
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
