import type { QueryClient } from '@tanstack/react-query'
import { redirect } from '@tanstack/react-router'
import { ApiError } from '#web/data/api-error.ts'
import { setTimeZone } from '#web/data/time-zone.ts'
import { catalogueQuery } from '#web/data/use-catalogue.ts'
import { installationQuery, sessionQuery, settingsQuery } from '#web/data/use-session.ts'
import { ownRecordQuery, zoneOf } from '#web/data/use-time-zone.ts'

/**
 * Lets signed-in people through, with all that the pages below rely on loaded; sends others to sign in, and back
 * afterwards, or to the first run where nobody has an account yet.
 */
export async function requireSession(client: QueryClient, href: string): Promise<void> {
  const { user } = await client.ensureQueryData(sessionQuery).catch(async (error: unknown) => {
    if (!(error instanceof ApiError) || error.status !== 401) throw error
    const { complete } = await client.ensureQueryData(installationQuery)
    if (!complete) throw redirect({ to: '/welcome' })
    throw redirect({ to: '/sign-in', search: { from: href === '/' ? undefined : href } })
  })
  const [, settings, own] = await Promise.all([
    client.ensureQueryData(catalogueQuery),
    client.ensureQueryData(settingsQuery),
    client.ensureQueryData(ownRecordQuery(user.id)),
  ])
  setTimeZone(zoneOf(own, settings))
}
