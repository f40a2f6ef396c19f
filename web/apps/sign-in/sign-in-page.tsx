import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { PlainPage } from '#web/design/plain-page.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { SignInForm } from '#web/records/account/sign-in-form.tsx'
import { ProviderChoices } from './provider-choices.tsx'

const route = getRouteApi('/sign-in')

/** Signs in and goes on to where the person was headed. */
export function Component() {
  const { t } = useMessages()
  const router = useRouter()
  const client = useQueryClient()
  const { from, failed } = route.useSearch()
  // Only an address of this app is followed.
  const goal = from?.startsWith('/') === true && !from.startsWith('//') ? from : '/'
  const enter = () => {
    // All that was loaded belongs to somebody else.
    client.clear()
    router.history.push(goal)
  }
  return (
    <PlainPage title={t('auth.signInTo')}>
      <SignInForm {...(failed !== undefined && { notice: t('providers.failed') })} onSignedIn={enter} />
      <ProviderChoices returnTo={goal} onSignedIn={enter} />
    </PlainPage>
  )
}
