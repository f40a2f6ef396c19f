import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorkspaceFor } from '#server/members.ts'
import { createScimTokens } from '#server/platform/auth/index.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { enterprise, openScim } from '#test/support/scim.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
let scim: Awaited<ReturnType<typeof openScim>>['scim']
let token: Awaited<ReturnType<typeof openScim>>['token']
let search: Awaited<ReturnType<typeof openScim>>['search']

beforeAll(async () => {
  server = await startTestServer()
  ;({ scim, token, search } = await openScim(server))
})
afterAll(() => server.stop())

test('tells what it can do', async () => {
  expect((await scim('GET', '/ServiceProviderConfig')).body).toMatchObject({
    patch: { supported: true },
    bulk: { supported: false },
  })
  expect((await scim('GET', '/ResourceTypes')).body.Resources.map(({ id }) => id)).toEqual(['User', 'Group'])
  expect((await scim('GET', `/Schemas/${enterprise}`)).body).toMatchObject({ id: enterprise })
  expect((await scim('GET', '/Bulk')).body).toMatchObject({ status: '404' })
})

test('a change of what was changed meanwhile is refused; what is known is not sent again', async () => {
  const { id, meta } = (await search('userName sw "wang"')).Resources[0]!
  expect((await scim('GET', `/Users/${id}`, undefined, { 'if-none-match': meta.version })).status).toBe(304)
  const body = { Operations: [{ op: 'add', path: 'title', value: '总经理' }] }
  expect((await scim('PATCH', `/Users/${id}`, body, { 'if-match': meta.version })).status).toBe(200)
  expect((await scim('PATCH', `/Users/${id}`, body, { 'if-match': meta.version })).body).toMatchObject({
    status: '412',
  })
})

test('a body beyond all measure is refused in the words of SCIM', async () => {
  const large = await scim('POST', '/Users', { userName: 'x', displayName: 'x'.repeat(3 * 1024 * 1024) })
  expect(large.body).toMatchObject({ status: '413' })
})

describe('a token', () => {
  test('opens SCIM of its workspace, and nothing else', async () => {
    const bearer = server.client({ authorization: `Bearer ${token}` })
    expect((await bearer.get('/records/company')).status).toBe(401)
    const { authorization } = server.key.headers
    for (const wrong of [authorization!, 'Bearer x', `Bearer ${token}x`, `Basic ${token}`]) {
      const refused = await scim('GET', '/Users', undefined, { authorization: wrong })
      expect(refused.body).toMatchObject({ status: '401' })
      expect(refused.headers['www-authenticate']).toContain('Bearer')
    }
  })

  test('reaches nobody of another workspace, and takes no account that is there', async () => {
    const { kith, pool } = server
    const other = await createWorkspaceFor(kith, 'other', 'Other', 'en')
    const { token: foreign } = await createScimTokens(pool).create({
      workspaceId: other.id,
      actorId: uuidv7(),
      name: 'x',
    })
    const theirs = { authorization: `Bearer ${foreign}` }
    expect((await scim('GET', '/Users', undefined, theirs)).body.totalResults).toBe(0)
    const own = (await search('userName sw "wang"')).Resources[0]!
    expect((await scim('GET', `/Users/${own.id}`, undefined, theirs)).status).toBe(404)
    expect((await scim('DELETE', `/Users/${own.id}`, undefined, theirs)).status).toBe(404)

    const { rows } = await pool.query('select id from kith.workspace where slug = $1', ['other'])
    expect(rows).toHaveLength(1)
    const made = await scim(
      'POST',
      '/Users',
      { userName: 'wang.fang@example.com', displayName: 'Wang' },
      theirs,
    )
    expect(made.status, made.text).toBe(201)
    const memberships = await pool.query('select from kith.membership where workspace_id = $1', [other.id])
    expect(memberships.rowCount).toBe(0)
    expect((await server.session.get('/auth/session')).body.workspaces).toHaveLength(1)
  })

  test('is for who may decide about people, and worth nothing once withdrawn', async () => {
    const lin = await server.addMember('Lin', 'member')
    expect((await lin.get('/scim-tokens')).status).toBe(403)
    expect((await lin.post('/scim-tokens', { name: 'x' })).status).toBe(403)
    expect((await server.key.post('/scim-tokens', { name: 'x' })).status).toBe(403)
    const [known] = (await server.session.get('/scim-tokens')).records
    expect(JSON.stringify(known)).not.toContain(token)
    expect((await server.session.delete(`/scim-tokens/${known!.id}`)).status).toBe(204)
    expect((await scim('GET', '/Users')).status).toBe(401)
    const kinds = (await server.session.get('/audit')).records.map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['scimTokenCreated', 'scimTokenRevoked']))
  })
})

test('who asks too often is told when to come back', async () => {
  const answers = await Promise.all(
    Array.from({ length: 60 }, () => scim('GET', '/Users', undefined, { authorization: 'Bearer guess' })),
  )
  const slowed = answers.find(({ status }) => status === 429)
  expect(Number(slowed?.headers['retry-after'])).toBeGreaterThan(0)
})
