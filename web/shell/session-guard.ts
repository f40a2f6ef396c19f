import type { QueryClient } from '@tanstack/react-query'
import { type AnyRouter, redirect } from '@tanstack/react-router'
import { ApiError } from '#web/data/api-error.ts'
import { catalogueQuery } from '#web/data/use-catalogue.ts'
import { installationQuery, sessionQuery, settingsQuery } from '#web/data/use-session.ts'

/**
 * Lets signed-in people through, with all that the pages below rely on loaded; sends others to sign in, and back
 * afterwards, or to the first run where nobody has an account yet.
 */
export async function requireSession(client: QueryClient, href: string): Promise<void> {
  try {
    await client.ensureQueryData(sessionQuery)
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error
    const { complete } = await client.ensureQueryData(installationQuery)
    if (!complete) throw redirect({ to: '/welcome' })
    throw redirect({ to: '/sign-in', search: { from: href === '/' ? undefined : href } })
  }
  await Promise.all([client.ensureQueryData(catalogueQuery), client.ensureQueryData(settingsQuery)])
}

/** The session ended while a page was open. */
export function leaveForSignIn(router: AnyRouter, client: QueryClient): void {
  const { href, pathname } = router.state.location
  if (pathname === '/sign-in' || pathname === '/welcome') return
  client.clear()
  void router.navigate({ to: '/sign-in', search: { from: href, expired: '1' } })
}
