import { Type } from 'typebox'
import type { View, ViewDefinition, ViewKind } from '#shared/metadata/view.ts'
import { viewKinds } from '#shared/metadata/view.ts'
import { contract } from './contract.ts'

const tag = 'Views'
const closed = { additionalProperties: false } as const
const id = Type.String({ format: 'uuid' })
const one = Type.Object({ id }, closed)
const name = Type.String({ minLength: 1, maxLength: 100 })
const kind = Type.Union(viewKinds.map((value) => Type.Literal(value)))
const shared = Type.Boolean({ description: 'Everybody sees it; else its maker alone.' })
const position = Type.String({
  pattern: '^[0-9a-z]{0,255}[1-9a-z]$',
  description: 'Where it stands among the tabs, compared by code point; after the last by default.',
})
// What may stand in it follows from the object's fields: the door checks it member by member.
const definition = Type.Object(
  {},
  {
    additionalProperties: true,
    description: 'filter, sort, columns, frozen, groupBy, totals, board, calendar.',
  },
)

const view = Type.Object({
  id,
  object: Type.String(),
  name,
  kind,
  shared,
  ownerId: Type.Union([id, Type.Null()]),
  position,
  definition,
  problems: Type.Array(Type.Object({ path: Type.String(), code: Type.String(), message: Type.String() }), {
    description: 'What the definition named and nobody has any more; it is left out.',
  }),
  version: Type.Integer(),
})
const answer = Type.Object({ data: view })

/** Answers `{data: View[]}`. */
export const listViewsContract = contract({
  name: 'view.list',
  method: 'GET',
  path: '/views',
  summary: 'The views of an object: one’s own and the shared ones, in their order',
  tag,
  query: Type.Object({ object: Type.String({ maxLength: 80 }) }, closed),
  answer: Type.Object({ data: Type.Array(view) }),
  errors: ['unknown_object'],
})

/** Answers `{data: View}`. */
export const createViewContract = contract({
  name: 'view.create',
  method: 'POST',
  path: '/views',
  summary: 'Keeps a way to look at an object’s records under a name',
  tag,
  body: Type.Object(
    {
      id: Type.Optional(id),
      object: Type.String({ maxLength: 80 }),
      name,
      kind: Type.Optional(kind),
      shared: Type.Optional(shared),
      position: Type.Optional(position),
      definition: Type.Optional(definition),
    },
    closed,
  ),
  status: 201,
  answer,
  errors: ['invalid_input', 'unknown_object', 'too_many_views', 'id_taken', 'not_permitted'],
})

/** Answers `{data: View}`. A definition is replaced whole; a view that everybody may see no more becomes its maker’s. */
export const updateViewContract = contract({
  name: 'view.update',
  method: 'PATCH',
  path: '/views/:id',
  summary: 'Changes what the body names of a view; If-Match refuses a stale version',
  tag,
  params: one,
  body: Type.Object(
    {
      name: Type.Optional(name),
      kind: Type.Optional(kind),
      shared: Type.Optional(shared),
      position: Type.Optional(position),
      definition: Type.Optional(definition),
    },
    closed,
  ),
  answer,
  errors: ['invalid_input', 'view_missing', 'version_conflict', 'not_permitted'],
})

export const deleteViewContract = contract({
  name: 'view.delete',
  method: 'DELETE',
  path: '/views/:id',
  summary: 'Takes a view away; the records stay',
  tag,
  params: one,
  status: 204,
  errors: ['view_missing', 'not_permitted'],
})

export interface NewView {
  /** A UUIDv7 made by the client, so that sending it again makes no second one. */
  readonly id?: string
  readonly object: string
  readonly name: string
  /** `list` */
  readonly kind?: ViewKind
  /** false */
  readonly shared?: boolean
  readonly position?: string
  readonly definition?: ViewDefinition
}

export type ViewChange = Partial<Pick<View, 'name' | 'kind' | 'shared' | 'position' | 'definition'>>
