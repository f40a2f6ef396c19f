import { type Static, Type } from 'typebox'
import { contract } from './contract.ts'

const tag = 'Access'
const id = Type.String({ format: 'uuid' })
const ruleId = Type.Object({ id })
const ofRecord = {
  params: Type.Object({ object: Type.String({ maxLength: 80 }), id }),
  names: { object: { name: 'object' }, record: 'id' },
} as const

export const granteeKinds = ['user', 'team', 'teamAndBelow', 'role', 'everybody'] as const
export const granteeSchema = Type.Object(
  { kind: Type.Union(granteeKinds.map((kind) => Type.Literal(kind))), id: Type.Optional(id) },
  { additionalProperties: false },
)
const level = Type.Union([Type.Literal('read'), Type.Literal('edit')])

/** With whom something is shared; `id` names the person, team or role, and is absent for everybody. */
export interface Grantee {
  readonly kind: (typeof granteeKinds)[number]
  readonly id?: string
}
/** A schema made from a list of words does not know them as types. */
type Granted<Body> = Omit<Body, 'grantee'> & { readonly grantee: Grantee }

const ruleBody = Type.Object(
  {
    object: Type.String({ minLength: 1, maxLength: 80 }),
    name: Type.String({ minLength: 1, maxLength: 200 }),
    condition: Type.String({ minLength: 1, maxLength: 10_000 }),
    grantee: granteeSchema,
    level,
  },
  { additionalProperties: false },
)
export type NewSharingRule = Granted<Static<typeof ruleBody>>
export type SharingRuleChange = Partial<Omit<NewSharingRule, 'object'>>
/** `condition` is printed with today's names, null where it cannot be told. */
export type SharingRuleEntry = Omit<NewSharingRule, 'condition'> & {
  readonly id: string
  readonly condition: string | null
  /** What the condition is about is there no more: the rule shares nothing. */
  readonly broken?: true
  /** The condition is about what who asks may not read; it stays as it is until another one is given. */
  readonly concealed?: true
  readonly version: number
}

const shareBody = Type.Object({ grantee: granteeSchema, level }, { additionalProperties: false })
export type NewShare = Granted<Static<typeof shareBody>>
export type Share = NewShare & { readonly sharedBy: string | null; readonly sharedAt: string }

export const listSharingRulesContract = contract({
  name: 'sharingRule.list',
  method: 'GET',
  path: '/sharing-rules',
  summary: 'Rules that share records of an object with people, teams or roles',
  tag,
  permission: 'roles',
})
export const createSharingRuleContract = contract({
  name: 'sharingRule.create',
  method: 'POST',
  path: '/sharing-rules',
  summary: 'Shares the records that a condition says',
  tag,
  body: ruleBody,
  status: 201,
  permission: 'roles',
  errors: ['invalid_input', 'unknown_object', 'beyond_own_access'],
})
export const updateSharingRuleContract = contract({
  name: 'sharingRule.update',
  method: 'PATCH',
  path: '/sharing-rules/:id',
  summary: 'Changes what the body names of a sharing rule',
  tag,
  params: ruleId,
  body: Type.Partial(Type.Omit(ruleBody, ['object']), { additionalProperties: false }),
  permission: 'roles',
  errors: ['invalid_input', 'sharing_rule_missing', 'beyond_own_access', 'version_conflict'],
})
export const deleteSharingRuleContract = contract({
  name: 'sharingRule.delete',
  method: 'DELETE',
  path: '/sharing-rules/:id',
  summary: 'Ends what a rule shares',
  tag,
  params: ruleId,
  status: 204,
  permission: 'roles',
  errors: ['sharing_rule_missing'],
})
export const listSharesContract = contract({
  name: 'share.list',
  method: 'GET',
  path: '/records/:object/:id/shares',
  summary: 'With whom one record is shared',
  tag,
  ...ofRecord,
  errors: ['unknown_object', 'record_missing'],
})
export const setShareContract = contract({
  name: 'share.set',
  method: 'PUT',
  path: '/records/:object/:id/shares',
  summary: 'Shares one record with a person, a team, a role or everybody, to read or to edit',
  tag,
  ...ofRecord,
  body: shareBody,
  errors: ['unknown_object', 'record_missing', 'not_permitted', 'invalid_input'],
})
export const endShareContract = contract({
  name: 'share.end',
  method: 'DELETE',
  path: '/records/:object/:id/shares',
  summary: 'Ends the sharing of one record with somebody',
  tag,
  ...ofRecord,
  body: Type.Object({ grantee: granteeSchema }, { additionalProperties: false }),
  status: 204,
  errors: ['unknown_object', 'record_missing', 'not_permitted'],
})
