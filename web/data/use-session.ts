import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { keys } from './keys.ts'
import { installation, type Session } from './session.ts'
import { getSettings, type Settings } from './settings.ts'
import { currentSession } from './whose.ts'

export const installationQuery = queryOptions({
  queryKey: keys.installation,
  queryFn: installation,
  staleTime: Number.POSITIVE_INFINITY,
})

export const sessionQuery = queryOptions({
  queryKey: keys.session,
  queryFn: currentSession,
  staleTime: 5 * 60_000,
  retry: false,
})

export const settingsQuery = queryOptions({
  queryKey: keys.settings,
  queryFn: getSettings,
  staleTime: 60_000,
})

export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data
}

/** The workspace's settings; loaded before any page below the shell is shown. */
export function useSettings(): Settings {
  return useSuspenseQuery(settingsQuery).data
}
