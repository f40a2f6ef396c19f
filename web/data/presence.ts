import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { onServerEvent } from './events.ts'
import { keys } from './keys.ts'
import { enterPlace, presencePlace } from './presence-place.ts'
import { type PresentPerson, reportPresence } from './presence-report.ts'

/** The server forgets a tab that is silent for longer (ms). */
const heartbeat = 20_000

/** Says that this tab looks at a record, or at the list of an object, and tells who else does. */
export function usePresence(object: string, id?: string): { readonly people: readonly PresentPerson[] } {
  const client = useQueryClient()
  const here = useSyncExternalStore(presencePlace.subscribe, presencePlace.get)
  useEffect(() => enterPlace({ object, id }), [object, id])

  const { data = [] } = useQuery({
    queryKey: keys.presence(object, id),
    queryFn: ({ signal }) => reportPresence({ object, id }, signal),
    enabled: here?.object === object && here.id === id,
    refetchInterval: heartbeat,
    refetchOnWindowFocus: 'always',
    refetchOnMount: 'always',
    staleTime: 0,
    gcTime: heartbeat,
    retry: false,
  })
  useEffect(
    () =>
      onServerEvent('presence', (moved) => {
        if (isPlace(moved) && moved.object === object && (moved.id ?? undefined) === id)
          void client.invalidateQueries({ queryKey: keys.presence(object, id) })
      }),
    [client, object, id],
  )
  return { people: data }
}

const isPlace = (data: unknown): data is { readonly object: string; readonly id?: string | null } =>
  typeof data === 'object' && data !== null && 'object' in data
