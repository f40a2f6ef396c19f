import { usePresence } from '#web/data/presence.ts'
import { PeopleHere } from './people-here.tsx'

/** Who else looks at this record, or at this list; nothing where nobody does. */
export function Presence({ object, id }: { object: string; id?: string }) {
  const { people } = usePresence(object, id)
  return <PeopleHere people={people} word={id === undefined ? 'online' : 'here'} />
}
