import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useState, useSyncExternalStore } from 'react'
import { problemText } from '#web/data/problem-text.ts'
import { proofAsked } from '#web/data/proof.ts'
import { factorsQuery } from '#web/data/use-account-security.ts'
import { sessionQuery } from '#web/data/use-session.ts'
import { useSignOut } from '#web/data/use-session-changes.ts'
import { Button } from '#web/design/button.tsx'
import { ErrorState } from '#web/design/error-state.tsx'
import form from '#web/design/form.module.css'
import { PlainPage } from '#web/design/plain-page.tsx'
import { Skeleton } from '#web/design/skeleton.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { ProofDialog } from '#web/records/account/proof-dialog.tsx'
import { SetUpSecondStep } from './set-up-second-step.tsx'
import { ShowSecondStep } from './show-second-step.tsx'

const route = getRouteApi('/second-step')

/** For who signed in and has yet to show a second factor: nothing else is open to them. */
export function Component() {
  const { t } = useMessages()
  const router = useRouter()
  const client = useQueryClient()
  const { from } = route.useSearch()
  const session = useQuery(sessionQuery)
  const factors = useQuery(factorsQuery)
  const proving = useSyncExternalStore(proofAsked.subscribe, proofAsked.get)
  const signOut = useSignOut()
  const goal = from?.startsWith('/') === true && !from.startsWith('//') ? from : '/'
  const proceed = () => {
    // What was refused before is asked for anew.
    client.clear()
    router.history.push(goal)
  }
  const workspace = session.data?.workspace.name ?? ''
  const has = factors.data !== undefined && (factors.data.app !== null || factors.data.passkeys.length > 0)
  const [settingUp, setSettingUp] = useState(false)
  // What was set up a moment ago is there, but its recovery codes are still to be read.
  if (factors.data !== undefined && !has && !settingUp) setSettingUp(true)
  const known = has && !settingUp
  return (
    <PlainPage
      title={t('signInPolicy.needed')}
      detail={t(known ? 'signInPolicy.proveWhat' : 'signInPolicy.neededWhat', { workspace })}
    >
      {factors.isError ? (
        <ErrorState detail={problemText(t, factors.error) ?? ''} onRetry={() => void factors.refetch()} />
      ) : factors.data === undefined ? (
        <Skeleton width={280} />
      ) : known ? (
        <ShowSecondStep factors={factors.data} onDone={proceed} />
      ) : (
        <SetUpSecondStep onDone={proceed} />
      )}
      <div className={form.form}>
        <Button onClick={() => signOut.mutate()}>{t('signInPolicy.signOut')}</Button>
      </div>
      {proving && <ProofDialog />}
    </PlainPage>
  )
}
