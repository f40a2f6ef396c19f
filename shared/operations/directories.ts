import { Type } from 'typebox'
import { contract } from './contract.ts'

/** Why somebody, or a department, was left as it is. */
export const skipReasons = [
  'severalMatch',
  'emailTaken',
  'deletedHere',
  'deactivatedHere',
  'departmentCircle',
  'lastAdministrator',
  'accountElsewhere',
  'refused',
] as const
export type SkipReason = (typeof skipReasons)[number]

/** What a run did, or would do. */
export interface DirectoryReport {
  readonly counts: {
    readonly created: number
    readonly updated: number
    readonly deactivated: number
    readonly returned: number
    readonly unchanged: number
    readonly teamsCreated: number
    readonly teamsUpdated: number
  }
  /** The first 500. */
  readonly skipped: readonly {
    readonly subject: string
    readonly name: string
    readonly reason: SkipReason
    readonly detail?: string
  }[]
  readonly skippedCount: number
  /** So many would leave at once that nobody was deactivated: it takes a confirmation. */
  readonly held: { readonly leaving: number; readonly of: number } | null
}

/** Times are ISO 8601 UTC. */
export interface DirectoryRun {
  readonly id: string
  readonly state: 'waiting' | 'running' | 'done' | 'failed'
  /** Nothing was written. */
  readonly trial: boolean
  readonly createdAt: string
  readonly finishedAt: string | null
  readonly report: DirectoryReport | null
  /** Of one that failed: in the language of who asks. */
  readonly failure: string | null
}

/** A provider whose people and departments can be brought in. */
export interface DirectorySource {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly enabled: boolean
  /** Hours between two runs; null: by hand alone. */
  readonly everyHours: number | null
  readonly mostLeaving: number
  readonly lastRun: DirectoryRun | null
}

/** `token` itself is told once. Times are ISO 8601 UTC. */
export interface ScimToken {
  readonly id: string
  readonly name: string
  /** Its first characters, to know it by. */
  readonly start: string
  readonly createdAt: string
  readonly lastUsedAt: string | null
}

const tag = 'Directories'
const closed = { additionalProperties: false }
const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, closed)
const shared = { tag, permission: 'people' } as const
const errors = ['not_permitted', 'directory_missing'] as const

export const listDirectoriesContract = contract({
  ...shared,
  name: 'directory.list',
  method: 'GET',
  path: '/directories',
  summary: 'The providers whose people and departments can be brought in, with what happened last',
  errors: ['not_permitted'],
})
export const setDirectoryContract = contract({
  ...shared,
  name: 'directory.set',
  method: 'PUT',
  path: '/directories/:id',
  summary: 'How often a directory is brought in by itself, and how many of its people may leave at once',
  params,
  body: Type.Object(
    {
      everyHours: Type.Union([Type.Integer({ minimum: 1, maximum: 168 }), Type.Null()]),
      mostLeaving: Type.Integer({ minimum: 0, maximum: 100, description: 'Percent' }),
    },
    closed,
  ),
  errors,
})
export const startDirectoryRunContract = contract({
  ...shared,
  name: 'directory.run',
  method: 'POST',
  path: '/directories/:id/runs',
  summary: 'Brings a directory in now, or tells what that would do; confirmed is how many may be deactivated',
  params,
  body: Type.Object(
    {
      trial: Type.Optional(Type.Boolean()),
      confirmed: Type.Optional(Type.Integer({ minimum: 0 })),
    },
    closed,
  ),
  status: 202,
  errors: [...errors, 'directory_busy'],
})
export const listDirectoryRunsContract = contract({
  ...shared,
  name: 'directory.runs',
  method: 'GET',
  path: '/directories/:id/runs',
  summary: 'The last twenty runs of a directory, the newest first',
  params,
  errors,
})
export const listScimTokensContract = contract({
  ...shared,
  name: 'scimToken.list',
  method: 'GET',
  path: '/scim-tokens',
  summary: 'The tokens by which other systems keep members and teams through SCIM',
  errors: ['not_permitted'],
})
export const createScimTokenContract = contract({
  ...shared,
  name: 'scimToken.create',
  method: 'POST',
  path: '/scim-tokens',
  summary: 'Makes a token for SCIM; only this answer holds it',
  body: Type.Object({ name: Type.String({ minLength: 1, maxLength: 100 }) }, closed),
  status: 201,
  recentProof: true,
  errors: ['not_permitted', 'proof_required'],
})
export const revokeScimTokenContract = contract({
  ...shared,
  name: 'scimToken.revoke',
  method: 'DELETE',
  path: '/scim-tokens/:id',
  summary: 'Withdraws a token for SCIM',
  params,
  status: 204,
  errors: ['not_permitted', 'not_found'],
})
