import { IconFingerprint } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { passkeysWork, showPasskey } from '#web/data/passkeys.ts'
import { problemText } from '#web/data/problem-text.ts'
import { proofAsked } from '#web/data/proof.ts'
import { prove } from '#web/data/session.ts'
import { factorsQuery } from '#web/data/use-account-security.ts'
import { sessionQuery } from '#web/data/use-session.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import form from '#web/design/form.module.css'
import { FormProblem } from '#web/design/form-problem.tsx'
import { PasswordInput } from '#web/design/password-input.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { CodeInput } from './code-input.tsx'
import { ProviderProof } from './provider-proof.tsx'
import { usePasskey } from './use-passkey.ts'

/** Before a dangerous act: asks for the password, a code or a passkey, whichever is at hand. */
export function ProofDialog() {
  const { t } = useMessages()
  const formId = useId()
  const { data: session } = useQuery(sessionQuery)
  const providerId = session?.providerId ?? null
  const factors = useQuery({ ...factorsQuery, enabled: session !== undefined && providerId === null })
  const [secret, setSecret] = useState('')
  const [byCode, setByCode] = useState(false)
  const given = () => proofAsked.settle(true)
  const proving = useMutation({
    mutationFn: () => prove(byCode ? { code: secret.trim() } : { password: secret }),
    onSuccess: given,
  })
  const passkey = usePasskey(() => showPasskey('proof'), given)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (secret !== '' && !proving.isPending) proving.mutate()
  }
  const turn = () => {
    setByCode(!byCode)
    setSecret('')
    proving.reset()
  }
  return (
    <Dialog
      opened
      onClose={() => proofAsked.settle(false)}
      title={t('auth.prove')}
      footer={
        <>
          <Button onClick={() => proofAsked.settle(false)}>{t('design.cancel')}</Button>
          {providerId === null && (
            <Button type="submit" form={formId} variant="primary" busy={proving.isPending}>
              {t('auth.proveIt')}
            </Button>
          )}
        </>
      }
    >
      <form id={formId} className={form.form} onSubmit={submit} noValidate>
        <p>{t('auth.proveWhat')}</p>
        <FormProblem>{passkey.problem ?? problemText(t, proving.error)}</FormProblem>
        {providerId !== null ? (
          <ProviderProof providerId={providerId} onProved={given} />
        ) : byCode ? (
          <CodeInput key="code" value={secret} onChange={setSecret} data-autofocus />
        ) : (
          <PasswordInput
            label={t('auth.password')}
            autoComplete="current-password"
            data-autofocus
            value={secret}
            onChange={(event) => setSecret(event.target.value)}
          />
        )}
        {factors.data?.app && (
          <Button onClick={turn}>{t(byCode ? 'auth.usePassword' : 'auth.useCode')}</Button>
        )}
        {passkeysWork() && (factors.data?.passkeys.length ?? 0) > 0 && (
          <Button icon={IconFingerprint} busy={passkey.busy} onClick={() => passkey.ask()}>
            {t('auth.usePasskey')}
          </Button>
        )}
      </form>
    </Dialog>
  )
}
