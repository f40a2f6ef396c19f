import type { QueryClient } from '@tanstack/react-query'
import { redirect } from '@tanstack/react-router'
import { ApiError } from '#web/data/api-error.ts'
import { keepAnswer } from '#web/data/kept/answers.ts'
import { forgetSeen } from '#web/data/kept/forget.ts'
import { setTimeZone } from '#web/data/time-zone.ts'
import { catalogueQuery } from '#web/data/use-catalogue.ts'
import { accessQuery } from '#web/data/use-may.ts'
import { installationQuery, sessionQuery, settingsQuery } from '#web/data/use-session.ts'
import { ownRecordQuery, zoneOf } from '#web/data/use-time-zone.ts'
import { endViewAs, viewedAs } from '#web/data/view-as.ts'
import { lostSession } from './lost-session.ts'

/** Of the address that the app was opened at: begun before anything is drawn, and waited for by whom the router asks. */
let ahead: { readonly href: string; readonly entered: Promise<void> } | undefined

/** Begins what `requireSession` of the same address waits for. @returns a promise of its end */
export function enterAhead(client: QueryClient, href: string): Promise<void> {
  const entered = enter(client, href)
  // Whoever asks later is told of a refusal.
  entered.catch(() => {})
  ahead = { href, entered }
  return entered
}

/**
 * Lets signed-in people through, with all that the pages below rely on loaded; sends others to sign in, and back
 * afterwards, or to the first run where nobody has an account yet.
 */
export function requireSession(client: QueryClient, href: string): Promise<void> {
  const begun = ahead
  ahead = undefined
  return begun?.href === href ? begun.entered : enter(client, href)
}

async function enter(client: QueryClient, href: string): Promise<void> {
  const arriving = client.getQueryData(sessionQuery.queryKey) === undefined
  // Asked for beside the session, not after it: whoever is not signed in is refused all of it.
  if (arriving) askAhead(client)
  const { user, restricted } = await client.ensureQueryData(sessionQuery).catch(async (error: unknown) => {
    if (!(error instanceof ApiError) || error.status !== 401) throw error
    // Before anything is drawn: whoever was deactivated while the browser was closed finds nothing here.
    await forgetSeen()
    const { complete } = await client.ensureQueryData(installationQuery)
    if (!complete) throw redirect({ to: '/welcome' })
    throw redirect({ to: '/sign-in', search: { from: href === '/' ? undefined : href } })
  })
  if (restricted === true)
    throw redirect({ to: '/second-step', search: { from: href === '/' ? undefined : href } })
  await endRefusedLook(client)
  const [catalogue, settings, access, own] = await Promise.all([
    client.ensureQueryData(catalogueQuery),
    client.ensureQueryData(settingsQuery),
    client.ensureQueryData(accessQuery),
    client.ensureQueryData(ownRecordQuery(user.id)),
  ])
  if (arriving) {
    // What was refused before is no session that ended.
    lostSession.set(false)
    // They may have come before it was known whose they are, and so in whose name they are kept.
    keepAnswer(catalogueQuery.queryKey, catalogue)
    keepAnswer(settingsQuery.queryKey, settings)
    keepAnswer(accessQuery.queryKey, access)
  }
  setTimeZone(zoneOf(own, settings))
}

/** Who may no longer look with another's eyes, or whose eyes are gone, goes on with their own. */
async function endRefusedLook(client: QueryClient): Promise<void> {
  if (viewedAs() === undefined) return
  await client.ensureQueryData(accessQuery).catch(async (error: unknown) => {
    if (!(error instanceof ApiError) || ![400, 403, 404].includes(error.status)) throw error
    endViewAs()
    // The page is being loaded anew: nothing of it is to be shown before.
    await new Promise(() => {})
  })
}

function askAhead(client: QueryClient): void {
  void client.prefetchQuery(catalogueQuery)
  void client.prefetchQuery(settingsQuery)
  void client.prefetchQuery(accessQuery)
}
