import { Type } from 'typebox'
import { contract } from './contract.ts'

const tag = 'Presence'
const closed = { additionalProperties: false } as const
const tab = Type.String({
  pattern: '^[A-Za-z0-9_-]{1,64}$',
  description: 'A name that a browser tab gives itself; a person may have several.',
})

/** Milliseconds for which somebody counts as present after the last word. */
export const presentFor = 45_000

/** Somebody else who looks at the same. */
export interface PresentPerson {
  /** Id of the member's record. */
  readonly id: string
  readonly name: string
}

/** Answers `{data: PresentPerson[]}`: nobody, where the record is not there or not to be seen. */
export const announcePresenceContract = contract({
  name: 'presence.announce',
  method: 'PUT',
  path: '/presence',
  summary: 'Tells what a tab shows, and answers who else looks at it; to be repeated every 20 s',
  tag,
  body: Type.Object(
    {
      tab,
      object: Type.String({ maxLength: 80 }),
      id: Type.Optional(Type.String({ format: 'uuid', description: 'A record; the list without it.' })),
    },
    closed,
  ),
  answer: Type.Object({
    data: Type.Array(Type.Object({ id: Type.String({ format: 'uuid' }), name: Type.String() })),
  }),
  errors: ['not_permitted', 'unknown_object'],
})

export const endPresenceContract = contract({
  name: 'presence.end',
  method: 'DELETE',
  path: '/presence',
  summary: 'Tells that a tab shows nothing any more',
  tag,
  query: Type.Object({ tab }, closed),
  status: 204,
  errors: ['not_permitted'],
})
