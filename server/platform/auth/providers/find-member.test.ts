import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from '#shared/uuid.ts'
import { findMember } from './find-member.ts'
import type { Provider } from './provider.ts'
import { type SignInServer, startSignIn } from './testing/start-sign-in.ts'

let server: SignInServer
let provider: Provider

beforeAll(async () => {
  server = await startSignIn([])
  const { id } = await server.add(
    'wecom',
    { corpId: 'ww1', agentId: '1000002', secret: 'of no server' },
    { provision: true },
  )
  provider = await server.auth.requireProvider(server.workspaceId, id)
})
afterAll(() => server.stop())

test('who is known needs no address; who may be somebody is made no second member for want of one', async () => {
  const ann = await server.person('Ann', 'ann@three-leaf.example', server.workspaceId)
  const bare = { name: 'Ann', email: null, emailVerified: false, mobile: null }
  const withheld = 'wecom_48002: api forbidden'
  const find = (subject: string, more: object = {}) =>
    findMember(server.pool, provider, { ...bare, subject, withheld, ...more })

  await expect(find('ann')).rejects.toMatchObject({ reason: withheld })
  expect(await find('ann', { email: 'ann@three-leaf.example', emailVerified: true })).toEqual({
    how: 'linked',
    accountId: ann,
  })
  await server.pool.query(
    `insert into kith.credential (id, account_id, provider, provider_account_id) values ($1, $2, $3, 'ann')`,
    [uuidv7(), ann, provider.id],
  )
  expect(await find('ann')).toEqual({ how: 'known', accountId: ann })
  expect(await findMember(server.pool, provider, { ...bare, subject: 'bo' })).toMatchObject({ how: 'new' })
})
