import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { keys } from './keys.ts'
import { getRecord, type RecordData } from './records.ts'
import type { Settings } from './settings.ts'
import { setTimeZone } from './time-zone.ts'
import { useSession, useSettings } from './use-session.ts'

/** The signed-in member's own record. */
export const ownRecordQuery = (id: string) =>
  queryOptions({
    queryKey: keys.record('user', id),
    queryFn: ({ signal }) => getRecord('user', id, {}, signal),
    staleTime: 5 * 60_000,
  })

/**
 * The zone in which days are counted and times are printed: the member's own, else the workspace's. A browser that
 * travels changes nothing, so that what one reads today means the same tomorrow.
 */
export const zoneOf = (own: RecordData, { timeZone }: Settings): string =>
  typeof own.timeZone === 'string' && own.timeZone !== '' ? own.timeZone : timeZone

/** Puts the page, and what it asks of the server, into that zone for as long as somebody is signed in. */
export function useTimeZone(): string {
  const { user } = useSession()
  const settings = useSettings()
  const zone = zoneOf(useSuspenseQuery(ownRecordQuery(user.id)).data, settings)
  useEffect(() => setTimeZone(zone), [zone])
  return zone
}
