import { Type } from 'typebox'
import { languages } from '#shared/language.ts'
import { contract } from './contract.ts'

const tag = 'People and keys'
const closed = { additionalProperties: false } as const
const id = Type.String({ format: 'uuid' })
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) =>
  Type.Union([type, Type.Null()])
const text = Type.String()
const ofMember = { params: Type.Object({ id }, closed), names: { object: 'user', record: 'id' } } as const

/** A member as whoever keeps the members sees them; `id` is their record of `user`. Moments are ISO 8601 UTC. */
export interface PersonLine {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly mobile: string | null
  readonly jobTitle: string | null
  readonly teamId: string | null
  readonly teamIds: readonly string[]
  readonly managerId: string | null
  readonly isActive: boolean
  readonly roleIds: readonly string[]
  /** What they sign in with; null of who never had an account. */
  readonly account: {
    readonly email: string | null
    readonly mobile: string | null
    readonly active: boolean
    readonly lastSignInAt: string | null
  } | null
}

export interface TeamLine {
  readonly id: string
  readonly name: string
  readonly parentId: string | null
  readonly leaderId: string | null
  readonly version: number
}

export interface People {
  readonly people: readonly PersonLine[]
  readonly teams: readonly TeamLine[]
}

/** What of one object a member has: records that they own, or open tasks that are theirs to do. */
export interface HandOverPart {
  /** API name. */
  readonly object: string
  readonly what: 'owned' | 'assigned'
  readonly count: number
}

export interface HandOver {
  readonly parts: readonly HandOverPart[]
  readonly count: number
}

const part = Type.Object({
  object: text,
  what: Type.Union([Type.Literal('owned'), Type.Literal('assigned')]),
  count: Type.Integer(),
})
const handOver = Type.Object({ parts: Type.Array(part), count: Type.Integer() })

const account = Type.Object({
  email: orNull(text),
  mobile: orNull(text),
  active: Type.Boolean(),
  lastSignInAt: orNull(text),
})
const person = Type.Object({
  id,
  name: text,
  email: orNull(text),
  mobile: orNull(text),
  jobTitle: orNull(text),
  teamId: orNull(id),
  teamIds: Type.Array(id),
  managerId: orNull(id),
  isActive: Type.Boolean(),
  roleIds: Type.Array(id),
  account: orNull(account),
})
const team = Type.Object({
  id,
  name: text,
  parentId: orNull(id),
  leaderId: orNull(id),
  version: Type.Integer(),
})

/** Answers `{data: People}`. */
export const listPeopleContract = contract({
  name: 'person.list',
  method: 'GET',
  path: '/people',
  summary: 'Everybody who works in the workspace, with how they come in, roles and teams, and the teams',
  tag,
  answer: Type.Object({ data: Type.Object({ people: Type.Array(person), teams: Type.Array(team) }) }),
  permission: 'people',
  errors: ['not_permitted'],
})

const overMember = ['not_permitted', 'record_missing', 'member_has_more'] as const

/** Answers `{data: HandOver}`: what was handed over, nothing where nobody takes it. */
export const deactivateContract = contract({
  name: 'member.deactivate',
  method: 'POST',
  path: '/auth/members/:id/deactivate',
  summary:
    'Ends a membership with its sessions, keys and streams at once, and hands over what the member has',
  tag,
  ...ofMember,
  body: Type.Object(
    { handOverTo: Type.Optional(orNull(id)) },
    {
      ...closed,
      description: 'handOverTo: who gets their records and open tasks; null: they stay as they are',
    },
  ),
  answer: Type.Object({ data: handOver }),
  permission: 'people',
  errors: [
    ...overMember,
    'own_membership',
    'last_administrator',
    'policy_locks_out',
    'record_not_found',
    'hand_over_busy',
    'proof_required',
  ],
  recentProof: true,
})

export const reactivateContract = contract({
  name: 'member.reactivate',
  method: 'POST',
  path: '/auth/members/:id/reactivate',
  summary: 'Takes an ended membership up again, with the roles that it had; keys stay revoked',
  tag,
  ...ofMember,
  status: 204,
  permission: 'people',
  errors: [...overMember, 'proof_required'],
  recentProof: true,
})

/** Answers `{data: HandOver}`. */
export const countHandOverContract = contract({
  name: 'member.countHandOver',
  method: 'GET',
  path: '/members/:id/hand-over',
  summary: 'How much a member has, by object',
  tag,
  ...ofMember,
  answer: Type.Object({ data: handOver }),
  permission: 'people',
  errors: overMember,
})

/** Answers `{data: HandOver}`. */
export const handOverContract = contract({
  name: 'member.handOver',
  method: 'POST',
  path: '/members/:id/hand-over',
  summary:
    'Gives all that a member owns, and their open tasks, to another one; asked again, it goes on where it stopped',
  tag,
  ...ofMember,
  body: Type.Object({ to: id }, closed),
  answer: Type.Object({ data: handOver }),
  permission: 'people',
  errors: [...overMember, 'record_not_found', 'hand_over_busy'],
})

/** What a member may change of themselves. */
export interface ProfileChange {
  readonly name?: string
  readonly mobile?: string | null
  readonly language?: string
  readonly timeZone?: string | null
}

/** Answers `{data}`: the member's record of `user`. */
export const profileContract = contract({
  name: 'profile.change',
  method: 'PATCH',
  path: '/profile',
  summary: 'Changes one’s own name, mobile number, language and time zone',
  tag,
  body: Type.Object(
    {
      name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
      mobile: Type.Optional(orNull(Type.String({ maxLength: 60 }))),
      language: Type.Optional(Type.Union(languages.map((language) => Type.Literal(language)))),
      timeZone: Type.Optional(orNull(Type.String({ maxLength: 64 }))),
    },
    { ...closed, minProperties: 1 },
  ),
  errors: ['invalid_input', 'not_permitted'],
})
