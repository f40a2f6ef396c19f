import { useQueryClient } from '@tanstack/react-query'
import { session } from '#web/data/session.ts'
import { useSession } from '#web/data/use-session.ts'
import { Dialog } from '#web/design/dialog.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { SignInForm } from '#web/records/account/sign-in-form.tsx'
import { lostSession } from './lost-session.ts'

/** The session ended while a page was open: signs in above the page, so that nothing typed in it is lost. */
export function SignInAgain() {
  const { t } = useMessages()
  const client = useQueryClient()
  const { user } = useSession()
  const goOn = async () => {
    const found = await session()
    // What is on the page belongs to whom it was loaded for.
    if (found.user.id !== user.id) return location.assign('/')
    lostSession.set(false)
    void client.invalidateQueries()
  }
  return (
    <Dialog opened onClose={() => lostSession.set(false)} title={t('auth.signInTo')}>
      <SignInForm
        known={user.email ?? user.mobile ?? ''}
        notice={t('auth.sessionExpired')}
        onSignedIn={() => void goOn()}
      />
    </Dialog>
  )
}
