import { type Static, Type } from 'typebox'
import { contract } from './contract.ts'

const tag = 'Access'
const id = Type.String({ format: 'uuid' })
const ruleId = Type.Object({ id })
const record = Type.Object({ object: Type.String({ maxLength: 80 }), id })

export const granteeKinds = ['user', 'team', 'teamAndBelow', 'role', 'everybody'] as const
const grantee = Type.Object(
  { kind: Type.Union(granteeKinds.map((kind) => Type.Literal(kind))), id: Type.Optional(id) },
  { additionalProperties: false },
)
const level = Type.Union([Type.Literal('read'), Type.Literal('edit')])

/** With whom something is shared; `id` names the person, team or role, and is absent for everybody. */
export type Grantee = Static<typeof grantee>

const ruleBody = Type.Object(
  {
    object: Type.String({ minLength: 1, maxLength: 80 }),
    name: Type.String({ minLength: 1, maxLength: 200 }),
    condition: Type.String({ minLength: 1, maxLength: 10_000 }),
    grantee,
    level,
  },
  { additionalProperties: false },
)
export type NewSharingRule = Static<typeof ruleBody>
export type SharingRuleChange = Partial<Omit<NewSharingRule, 'object'>>
/** `condition` is printed with today's names; null where a field of it is gone, so that the rule shares nothing. */
export type SharingRuleEntry = Omit<NewSharingRule, 'condition'> & {
  readonly id: string
  readonly condition: string | null
  readonly version: number
}

const shareBody = Type.Object({ grantee, level }, { additionalProperties: false })
export type NewShare = Static<typeof shareBody>
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
  params: record,
  errors: ['unknown_object', 'record_missing'],
})
export const setShareContract = contract({
  name: 'share.set',
  method: 'PUT',
  path: '/records/:object/:id/shares',
  summary: 'Shares one record with a person, a team, a role or everybody, to read or to edit',
  tag,
  params: record,
  body: shareBody,
  errors: ['unknown_object', 'record_missing', 'not_permitted', 'invalid_input'],
})
export const endShareContract = contract({
  name: 'share.end',
  method: 'DELETE',
  path: '/records/:object/:id/shares',
  summary: 'Ends the sharing of one record with somebody',
  tag,
  params: record,
  body: Type.Object({ grantee }, { additionalProperties: false }),
  status: 204,
  errors: ['unknown_object', 'record_missing', 'not_permitted'],
})
