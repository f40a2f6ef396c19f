import { type Static, Type } from 'typebox'
import { contract } from './contract.ts'
import { getContract, listContract } from './records.ts'
import { type Grantee, granteeSchema } from './sharing.ts'

const tag = 'Access'
const id = Type.String({ format: 'uuid' })
const params = Type.Object({ id })

const poolBody = Type.Object(
  {
    object: Type.String({ minLength: 1, maxLength: 80 }),
    name: Type.String({ minLength: 1, maxLength: 200 }),
    condition: Type.Optional(Type.Union([Type.String({ minLength: 1, maxLength: 10_000 }), Type.Null()])),
    fields: Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { maxItems: 300 }),
    members: Type.Array(granteeSchema, { minItems: 1, maxItems: 100 }),
  },
  { additionalProperties: false },
)

/** `fields` are names of what its members see of a record beside its title; `condition` says which records without an owner, null all. */
export type NewPool = Omit<Static<typeof poolBody>, 'members'> & { readonly members: readonly Grantee[] }
export type PoolChange = Partial<Omit<NewPool, 'object'>>
/** To who does not keep pools `condition` and `members` are not told. */
export type Pool = Omit<NewPool, 'condition' | 'members'> & {
  readonly id: string
  readonly version: number
  /** Whether who asks is one of its members; who keeps pools is told of the others, too. */
  readonly member: boolean
  readonly condition?: string | null
  /** What the condition is about is there no more: the pool holds nothing. */
  readonly broken?: true
  /** The condition is about what who asks may not read; it stays as it is until another one is given. */
  readonly concealed?: true
  readonly members?: readonly Grantee[]
}

export const listPoolsContract = contract({
  name: 'pool.list',
  method: 'GET',
  path: '/pools',
  summary: 'The pools that one is a member of; all of them for who has the right `roles`',
  tag,
})
export const createPoolContract = contract({
  name: 'pool.create',
  method: 'POST',
  path: '/pools',
  summary: 'Opens records without an owner to its members, as far as its fields go',
  tag,
  body: poolBody,
  status: 201,
  permission: 'roles',
  errors: ['invalid_input', 'unknown_object', 'beyond_own_access', 'field_beyond_pool'],
})
export const updatePoolContract = contract({
  name: 'pool.update',
  method: 'PATCH',
  path: '/pools/:id',
  summary: 'Changes what the body names of a pool',
  tag,
  params,
  body: Type.Partial(Type.Omit(poolBody, ['object']), { additionalProperties: false }),
  permission: 'roles',
  errors: ['invalid_input', 'pool_missing', 'beyond_own_access', 'field_beyond_pool', 'version_conflict'],
})
export const deletePoolContract = contract({
  name: 'pool.delete',
  method: 'DELETE',
  path: '/pools/:id',
  summary: 'Closes a pool; its records stay without an owner',
  tag,
  params,
  status: 204,
  permission: 'roles',
  errors: ['pool_missing'],
})
export const listPooledContract = contract({
  name: 'pool.listRecords',
  method: 'GET',
  path: '/pools/:id/records',
  summary: 'A page of a pool’s records, by the fields that it shows alone',
  tag,
  params,
  names: { object: { pool: 'id' } },
  query: listContract.query!,
  errors: ['pool_missing'],
})
export const getPooledContract = contract({
  name: 'pool.getRecord',
  method: 'GET',
  path: '/pools/:id/records/:record',
  summary: 'One record of a pool, as far as its fields go',
  tag,
  params: Type.Object({ id, record: id }),
  names: { object: { pool: 'id' }, record: 'record' },
  query: getContract.query!,
  errors: ['pool_missing', 'record_missing'],
})
