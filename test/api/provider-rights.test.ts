import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Client, startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
let admin: Client
let keeper: Client

beforeAll(async () => {
  server = await startTestServer()
  admin = await server.addMember('Ada', 'admin')
  keeper = await server.addMember('Lin', 'member')
  const { user } = (await keeper.get('/auth/session')).body as unknown as { user: { id: string } }
  const all = {
    read: 'all',
    create: 'all',
    update: 'all',
    delete: 'all',
    transfer: 'all',
    export: 'all',
    import: 'all',
  }
  const permissions = { usual: all, objects: {}, fields: {}, rights: ['settings', 'people'] }
  const role = await admin.post('/roles', { name: 'Keeper of settings', permissions })
  await admin.put(`/role-assignments/${user.id}`, { roleIds: [role.record.id] })
  await vi.waitFor(async () =>
    expect((await keeper.get('/access')).record.permissions).toMatchObject({
      rights: ['people', 'settings'],
    }),
  )
})
afterAll(() => server.stop())

// Whoever sets up a provider says who anybody is, administrators too.
test('a way to sign in is set up by who has all that anybody has', async () => {
  const provider = { kind: 'oidc', name: 'Mine', config: {} }
  expect((await keeper.get('/auth/identity-providers')).status).toBe(200)
  expect((await keeper.post('/auth/identity-providers', provider)).body.code).toBe('beyond_own_access')
  const id = '01890000-0000-7000-8000-000000000000'
  for (const answer of [
    await keeper.patch(`/auth/identity-providers/${id}`, { enabled: true }),
    await keeper.delete(`/auth/identity-providers/${id}`),
    await keeper.post(`/auth/identity-providers/${id}/try`),
  ])
    expect(answer.body.code, answer.text).toBe('beyond_own_access')
  expect((await admin.post('/auth/identity-providers', provider)).body.code).not.toBe('beyond_own_access')
  expect((await admin.get('/auth/identity-providers')).records).toEqual([])
})
