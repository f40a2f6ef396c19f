import { getRouteApi } from '@tanstack/react-router'
import { PlainPage } from '#web/design/plain-page.tsx'
import { useMessages } from '#web/messages/use-messages.ts'

const route = getRouteApi('/sign-in/confirmed')

/** Where somebody comes back to who proved at a provider that they sit there. */
export function Component() {
  const { t } = useMessages()
  const { failed } = route.useSearch()
  const well = failed === undefined
  return (
    <PlainPage title={t(well ? 'providers.confirmed' : 'providers.notConfirmed')}>
      <p>{t(well ? 'providers.confirmedWhat' : 'providers.notConfirmedWhat')}</p>
    </PlainPage>
  )
}
