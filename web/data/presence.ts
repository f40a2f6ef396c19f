import { useQuery } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { keys } from './keys.ts'
import { enterPlace, presencePlace } from './presence-place.ts'
import { type PresentPerson, reportPresence } from './presence-report.ts'
import { useSession } from './use-session.ts'

/** The server forgets a tab that is silent for longer (ms). */
const heartbeat = 20_000

/** Says that this tab looks at a record, or at the list of an object, and tells who else does. */
export function usePresence(object: string, id?: string): { readonly people: readonly PresentPerson[] } {
  const { user } = useSession()
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
  return { people: data.filter((person) => person.id !== user.id) }
}
