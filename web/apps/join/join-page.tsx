import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiError } from '#web/data/api-error.ts'
import { join, lookAtInvitation, type Outlook } from '#web/data/joining.ts'
import { problemText } from '#web/data/problem-text.ts'
import { sessionQuery } from '#web/data/use-session.ts'
import { Button } from '#web/design/button.tsx'
import { ErrorState } from '#web/design/error-state.tsx'
import form from '#web/design/form.module.css'
import { FormProblem } from '#web/design/form-problem.tsx'
import { PlainPage } from '#web/design/plain-page.tsx'
import { Skeleton } from '#web/design/skeleton.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { SignInForm } from '#web/records/account/sign-in-form.tsx'
import { NewAccountForm } from './new-account-form.tsx'

const route = getRouteApi('/join/$token')

/** Of a link that leads nowhere, or was cut off on its way. */
const unusable: ReadonlySet<string> = new Set(['invitation_invalid', 'invalid_input'])

/** Where the link of an invitation leads. */
export function Component() {
  const { t } = useMessages()
  const { token } = route.useParams()
  const outlook = useQuery({
    queryKey: ['join', token],
    queryFn: () => lookAtInvitation(token),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (outlook.isPending)
    return (
      <PlainPage title={t('people.join')}>
        <Skeleton width={240} />
      </PlainPage>
    )
  if (outlook.isError) {
    const gone = outlook.error instanceof ApiError && unusable.has(outlook.error.code)
    if (gone)
      return (
        <PlainPage title={t('people.joinInvalid')} detail={t('people.joinInvalidWhat')}>
          {null}
        </PlainPage>
      )
    return (
      <PlainPage title={t('people.join')}>
        <ErrorState detail={problemText(t, outlook.error) ?? ''} onRetry={() => void outlook.refetch()} />
      </PlainPage>
    )
  }
  const { workspaceName: workspace, inviterName: inviter } = outlook.data
  return (
    <PlainPage title={t('people.joinTitle', { workspace })} detail={t('people.joinWhat', { inviter })}>
      <Ways token={token} outlook={outlook.data} />
    </PlainPage>
  )
}

type Way = 'own' | 'signIn' | 'new'

/** As who is signed in, by signing in, or with a new account. */
function Ways({ token, outlook }: { token: string; outlook: Outlook }) {
  const { t } = useMessages()
  const client = useQueryClient()
  const router = useRouter()
  const session = useQuery({ ...sessionQuery, retry: false })
  const [chosen, setChosen] = useState<Way>()
  const enter = () => {
    // All that was loaded belongs to somebody else, or to another workspace.
    client.clear()
    router.history.push('/')
  }
  const joining = useMutation({ mutationFn: () => join({ token }), onSuccess: enter })
  const signedIn = session.data !== undefined && !session.isError
  if (session.isPending && session.fetchStatus !== 'idle') return <Skeleton width={240} />
  const way = chosen ?? (signedIn ? 'own' : outlook.known ? 'signIn' : 'new')
  const address = outlook.email ?? outlook.mobile ?? ''
  if (way === 'own' && session.data !== undefined)
    return (
      <div className={form.form}>
        <FormProblem>{problemText(t, joining.error)}</FormProblem>
        <Button variant="primary" busy={joining.isPending} onClick={() => joining.mutate()}>
          {t('people.joinAs', { name: session.data.user.name })}
        </Button>
        <Button onClick={() => setChosen(outlook.known ? 'signIn' : 'new')}>{t('people.joinOther')}</Button>
      </div>
    )
  if (way === 'signIn')
    return (
      <>
        <SignInForm
          known={address}
          {...(outlook.known && { notice: t('people.joinKnown', { address }) })}
          onSignedIn={() => joining.mutate()}
        />
        <FormProblem>{problemText(t, joining.error)}</FormProblem>
        {!outlook.known && (
          <div className={form.form}>
            <Button onClick={() => setChosen('new')}>{t('people.joinNew')}</Button>
          </div>
        )}
      </>
    )
  return (
    <>
      <NewAccountForm token={token} outlook={outlook} onJoined={enter} />
      <div className={form.form}>
        <Button onClick={() => setChosen('signIn')}>{t('people.joinSignIn')}</Button>
      </div>
    </>
  )
}
