import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { usualSignInPolicy } from '#shared/access/sign-in-policy.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { type FoundedAuth, startFounded } from './testing/start-founded.ts'

/** By who runs the server: passwords open what the person rules alone, and nothing else. */
let server: FoundedAuth
let person: string
let colleague: string
let alone: string
let among: string
let plain: string

const account = async (name: string): Promise<string> => {
  const email = `${name}@three-leaf.example`
  return (await server.auth.createAccount({ name, email, password: 'correct horse battery' })).id
}
const workspace = async (): Promise<string> => {
  const id = uuidv7()
  await server.pool.query(
    'insert into kith.workspace (id, slug, name, schema_name) values ($1, $2, $2, $3)',
    [id, id, `w_${id}`],
  )
  return id
}
const join = (accountId: string, workspaceId: string, role: 'admin' | 'member') =>
  server.auth.addMembership({ accountId, workspaceId, role, userId: uuidv7(), actorId: uuidv7() })
const addPasskey = (accountId: string) =>
  server.pool.query(
    `insert into kith.passkey (id, account_id, credential_id, public_key, counter, transports, host, name, synchronised)
     values ($1, $2, $1::uuid::text, '', 0, '{}', 'kith.test', 'x', false)`,
    [uuidv7(), accountId],
  )
const opened = async (): Promise<string[]> => {
  const found: string[] = []
  for (const id of [alone, among, plain]) if ((await server.auth.signInPolicy(id)).password) found.push(id)
  return found
}

beforeAll(async () => {
  server = await startFounded()
  person = await account('person')
  colleague = await account('colleague')
  alone = await workspace()
  among = await workspace()
  plain = await workspace()
  await join(person, alone, 'admin')
  await join(colleague, alone, 'member')
  await join(person, among, 'admin')
  await join(colleague, among, 'admin')
  await join(person, plain, 'member')
  await join(colleague, plain, 'admin')
})
afterAll(() => server.stop())
beforeEach(async () => {
  await server.pool.query('delete from kith.passkey; delete from kith.sign_in_policy')
  await addPasskey(person)
  await addPasskey(colleague)
  for (const id of [alone, among, plain])
    await server.auth.setSignInPolicy(id, { ...usualSignInPolicy, password: false })
})

test('without being told to, it takes no last way in', async () => {
  await expect(server.auth.removeFactors(person, false)).rejects.toMatchObject({ code: 'policy_locks_out' })
  expect(await opened()).toEqual([])
  expect((await server.auth.factorsOf(person)).passkeys).toHaveLength(1)
})

test('passwords open the workspace that nobody else could come in to rule, and no other', async () => {
  expect(await server.auth.removeFactors(person, true)).toBe(true)
  expect(await opened()).toEqual([alone])
  expect((await server.auth.factorsOf(person)).passkeys).toEqual([])
})

test('who is locked out already is let in', async () => {
  await server.pool.query('delete from kith.passkey where account_id = $1', [person])
  expect(await server.auth.removeFactors(person, true)).toBe(false)
  expect(await opened()).toEqual([alone])
})

test('who has no password is not let in by it, and keeps what they have', async () => {
  await server.pool.query('update kith.credential set password = null where account_id = $1', [person])
  await expect(server.auth.removeFactors(person, true)).rejects.toMatchObject({ code: 'policy_locks_out' })
  expect(await opened()).toEqual([])
  expect((await server.auth.factorsOf(person)).passkeys).toHaveLength(1)
})
