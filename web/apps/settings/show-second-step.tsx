import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Factors } from '#web/data/account-security.ts'
import { passkeysWork, showPasskey } from '#web/data/passkeys.ts'
import { problemText } from '#web/data/problem-text.ts'
import { prove } from '#web/data/session.ts'
import { Button } from '#web/design/button.tsx'
import form from '#web/design/form.module.css'
import { FormProblem } from '#web/design/form-problem.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { CodeInput } from '#web/records/account/code-input.tsx'
import { usePasskey } from '#web/records/account/use-passkey.ts'

interface ShowSecondStepProps {
  readonly factors: Pick<Factors, 'app' | 'passkeys'>
  readonly onDone: () => void
}

/** Asks for a factor that is there already: a code, or a passkey. */
export function ShowSecondStep({ factors, onDone }: ShowSecondStepProps) {
  const { t } = useMessages()
  const [code, setCode] = useState('')
  const proving = useMutation({ mutationFn: () => prove({ code: code.trim() }), onSuccess: onDone })
  const passkey = usePasskey(() => showPasskey('proof'), onDone)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim() !== '' && !proving.isPending) proving.mutate()
  }
  return (
    <form className={form.form} onSubmit={submit} noValidate>
      <FormProblem>{passkey.problem ?? problemText(t, proving.error)}</FormProblem>
      {factors.app !== null && (
        <>
          <CodeInput value={code} onChange={setCode} autoFocus />
          <Button type="submit" variant="primary" busy={proving.isPending}>
            {t('signInPolicy.proceed')}
          </Button>
        </>
      )}
      {factors.passkeys.length > 0 && passkeysWork() && (
        <Button
          variant={factors.app === null ? 'primary' : 'default'}
          busy={passkey.busy}
          onClick={() => passkey.ask()}
        >
          {t('auth.usePasskey')}
        </Button>
      )}
    </form>
  )
}
