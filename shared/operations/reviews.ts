import { type Static, Type } from 'typebox'
import type { Permissions } from '#shared/access/permissions.ts'
import { contract } from './contract.ts'

const tag = 'Access'
const closed = { additionalProperties: false } as const
const id = Type.String({ format: 'uuid' })
const one = Type.Object({ id }, closed)
const comment = Type.String({ maxLength: 500 })

/** Lines of one decision. */
export const mostReviewLines = 1_000

/** A review of who has what. Moments are ISO 8601 UTC; `startsOn` is the first day of the quarter that it is about. */
export interface AccessReview {
  readonly id: string
  readonly startsOn: string
  /** Whether it was opened by itself, at the beginning of the quarter. */
  readonly bySchedule: boolean
  readonly openedAt: string
  /** What who opened it was called then. */
  readonly openedBy: string
  readonly signedAt: string | null
  readonly signedBy: string | null
  readonly comment: string
  readonly lines: number
  readonly confirmed: number
  readonly withdrawn: number
}

/** A role as it was when the review was opened. */
export interface ReviewedRole {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly members: number
  /** Objects and fields by their API names. */
  readonly permissions: Permissions
}

/** Somebody who was given a role while the review was open. */
export interface AddedAccess {
  readonly userId: string
  readonly name: string
  readonly roleId: string
  readonly role: string
  readonly at: string
}

export interface AccessReviewDetail extends AccessReview {
  readonly roles: readonly ReviewedRole[]
  readonly added: readonly AddedAccess[]
}

/** What somebody had when the review was opened. */
export interface AccessSnapshot {
  readonly email: string | null
  readonly active: boolean
  readonly teams: readonly string[]
  /** When the role was given. */
  readonly givenAt: string | null
  readonly lastSignInAt: string | null
  readonly password: boolean
  readonly passkeys: number
  /** An authenticator app. */
  readonly app: boolean
  /** What the outside identities are called by which the person comes in. */
  readonly providers: readonly string[]
  readonly keys: readonly {
    readonly name: string
    readonly createdAt: string
    readonly lastUsedAt: string | null
  }[]
}

export const reviewDecisions = ['confirmed', 'withdrawn'] as const
export type ReviewDecision = (typeof reviewDecisions)[number]

/** What happened while the review was open: the role was taken elsewhere, was changed itself, or the member left. */
export const reviewChanges = ['taken', 'roleChanged', 'left'] as const
export type ReviewChange = (typeof reviewChanges)[number]

/** One role of one member. */
export interface ReviewLine {
  readonly id: string
  readonly number: number
  readonly userId: string
  readonly name: string
  readonly roleId: string
  readonly role: string
  readonly snapshot: AccessSnapshot
  readonly decision: ReviewDecision | null
  readonly decidedAt: string | null
  readonly decidedBy: string | null
  readonly comment: string
  readonly change: ReviewChange | null
}

const decisionBody = Type.Object(
  {
    lines: Type.Array(id, { minItems: 1, maxItems: mostReviewLines, uniqueItems: true }),
    decision: Type.Union(reviewDecisions.map((decision) => Type.Literal(decision))),
    comment: Type.Optional(comment),
  },
  closed,
)
export type ReviewDecisionBody = Static<typeof decisionBody>

const linesQuery = Type.Object(
  {
    decision: Type.Optional(
      Type.Union([Type.Literal('none'), ...reviewDecisions.map((decision) => Type.Literal(decision))]),
    ),
    search: Type.Optional(
      Type.String({ maxLength: 200, description: 'Part of a name or of a role’s name.' }),
    ),
    cursor: Type.Optional(Type.String({ maxLength: 200, description: '`nextCursor` of the page before.' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })),
  },
  closed,
)
export type ReviewLinesQuery = Static<typeof linesQuery>

/** Answers `{data: AccessReview[]}`, the newest first. */
export const listReviewsContract = contract({
  name: 'accessReview.list',
  method: 'GET',
  path: '/access-reviews',
  summary: 'Reviews of who has what, the newest first',
  tag,
  permission: 'audit',
})
/** Answers `{data: AccessReview}`. */
export const openReviewContract = contract({
  name: 'accessReview.open',
  method: 'POST',
  path: '/access-reviews',
  summary: 'Opens a review of this quarter: writes down who has what now',
  tag,
  status: 201,
  permission: 'audit',
  errors: ['not_permitted', 'access_review_open'],
})
/** Answers `{data: AccessReviewDetail}`. */
export const getReviewContract = contract({
  name: 'accessReview.get',
  method: 'GET',
  path: '/access-reviews/:id',
  summary: 'A review with what each role permitted, and who was given one since',
  tag,
  params: one,
  permission: 'audit',
  errors: ['access_review_missing'],
})
/** Answers `{data: ReviewLine[], nextCursor}`. */
export const listReviewLinesContract = contract({
  name: 'accessReview.lines',
  method: 'GET',
  path: '/access-reviews/:id/lines',
  summary: 'Who has which role, what else they have, and what was decided; by name',
  tag,
  params: one,
  query: linesQuery,
  permission: 'audit',
  errors: ['access_review_missing', 'invalid_cursor'],
})
/** Answers `{data: AccessReview}`. */
export const decideReviewContract = contract({
  name: 'accessReview.decide',
  method: 'POST',
  path: '/access-reviews/:id/decisions',
  summary: 'Confirms lines, or withdraws them: the role is taken from the member at once; all or none',
  tag,
  params: one,
  body: decisionBody,
  permission: 'audit',
  errors: [
    'not_permitted',
    'access_review_missing',
    'access_review_signed',
    'access_review_line_missing',
    'access_review_line_withdrawn',
    'beyond_own_access',
    'last_administrator',
    'policy_locks_out',
  ],
})
/** Answers `{data: AccessReview}`. */
export const signReviewContract = contract({
  name: 'accessReview.signOff',
  method: 'POST',
  path: '/access-reviews/:id/sign-off',
  summary: 'Signs a review off once every line is decided: from then on it stays as it is',
  tag,
  params: one,
  body: Type.Object({ comment: Type.Optional(comment) }, closed),
  permission: 'audit',
  errors: ['not_permitted', 'access_review_missing', 'access_review_signed', 'access_review_undecided'],
})
/** Answers CSV with a line for each role of each member. */
export const exportReviewContract = contract({
  name: 'accessReview.export',
  method: 'GET',
  path: '/access-reviews/:id/export',
  summary: 'A review as CSV, a line for each role of each member',
  tag,
  params: one,
  produces: ['text/csv'],
  permission: 'audit',
  errors: ['access_review_missing'],
})
