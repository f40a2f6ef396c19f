import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { PlainPage } from '#web/design/plain-page.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { SignInForm } from '#web/records/account/sign-in-form.tsx'

const route = getRouteApi('/sign-in')

/** Signs in and goes on to where the person was headed. */
export function Component() {
  const { t } = useMessages()
  const router = useRouter()
  const client = useQueryClient()
  const { from } = route.useSearch()
  const enter = () => {
    // All that was loaded belongs to somebody else.
    client.clear()
    // Only an address of this app is followed.
    router.history.push(from?.startsWith('/') === true && !from.startsWith('//') ? from : '/')
  }
  return (
    <PlainPage title={t('auth.signInTo')}>
      <SignInForm onSignedIn={enter} />
    </PlainPage>
  )
}
