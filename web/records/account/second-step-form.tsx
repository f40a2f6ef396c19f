import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { problemText } from '#web/data/problem-text.ts'
import { signInByCode } from '#web/data/session.ts'
import { Button } from '#web/design/button.tsx'
import form from '#web/design/form.module.css'
import { FormProblem } from '#web/design/form-problem.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { CodeInput } from './code-input.tsx'

interface SecondStepFormProps {
  readonly ticket: string
  readonly onSignedIn: () => void
  /** Back to the password. */
  readonly onBack: () => void
}

/** The password was right: asks for a code. */
export function SecondStepForm({ ticket, onSignedIn, onBack }: SecondStepFormProps) {
  const { t } = useMessages()
  const [recovery, setRecovery] = useState(false)
  const [code, setCode] = useState('')
  const entering = useMutation({
    mutationFn: () => signInByCode(ticket, code.trim()),
    onSuccess: onSignedIn,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (code.trim() !== '' && !entering.isPending) entering.mutate()
  }
  const turn = () => {
    setRecovery(!recovery)
    setCode('')
    entering.reset()
  }
  return (
    <form className={form.form} onSubmit={submit} noValidate>
      <p>{t(recovery ? 'auth.recoveryCodeWhat' : 'auth.codeWhat')}</p>
      <FormProblem>{problemText(t, entering.error)}</FormProblem>
      <CodeInput key={String(recovery)} recovery={recovery} value={code} onChange={setCode} autoFocus />
      <Button type="submit" variant="primary" busy={entering.isPending}>
        {t('auth.signIn')}
      </Button>
      <Button onClick={turn}>{t(recovery ? 'auth.useCode' : 'auth.useRecoveryCode')}</Button>
      <Button onClick={onBack}>{t('auth.backToPassword')}</Button>
    </form>
  )
}
