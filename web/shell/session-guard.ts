import type { QueryClient } from '@tanstack/react-query'
import { redirect } from '@tanstack/react-router'
import { ApiError } from '#web/data/api-error.ts'
import { keepAnswer } from '#web/data/kept/answers.ts'
import { setTimeZone } from '#web/data/time-zone.ts'
import { catalogueQuery } from '#web/data/use-catalogue.ts'
import { installationQuery, sessionQuery, settingsQuery } from '#web/data/use-session.ts'
import { ownRecordQuery, zoneOf } from '#web/data/use-time-zone.ts'
import { lostSession } from './lost-session.ts'

/**
 * Lets signed-in people through, with all that the pages below rely on loaded; sends others to sign in, and back
 * afterwards, or to the first run where nobody has an account yet.
 */
export async function requireSession(client: QueryClient, href: string): Promise<void> {
  const arriving = client.getQueryData(sessionQuery.queryKey) === undefined
  // Asked for beside the session, not after it: whoever is not signed in is refused all of it.
  if (arriving) askAhead(client)
  const { user } = await client.ensureQueryData(sessionQuery).catch(async (error: unknown) => {
    if (!(error instanceof ApiError) || error.status !== 401) throw error
    const { complete } = await client.ensureQueryData(installationQuery)
    if (!complete) throw redirect({ to: '/welcome' })
    throw redirect({ to: '/sign-in', search: { from: href === '/' ? undefined : href } })
  })
  const [catalogue, settings, own] = await Promise.all([
    client.ensureQueryData(catalogueQuery),
    client.ensureQueryData(settingsQuery),
    client.ensureQueryData(ownRecordQuery(user.id)),
  ])
  if (arriving) {
    // What was refused before is no session that ended.
    lostSession.set(false)
    // They may have come before it was known whose they are, and so in whose name they are kept.
    keepAnswer(catalogueQuery.queryKey, catalogue)
    keepAnswer(settingsQuery.queryKey, settings)
  }
  setTimeZone(zoneOf(own, settings))
}

function askAhead(client: QueryClient): void {
  void client.prefetchQuery(catalogueQuery)
  void client.prefetchQuery(settingsQuery)
}
