import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Client, type Row, startTestServer, type TestServer } from '#test/support/server.ts'

/** What hit others. After each attempt the records are as they were, and the server goes on. */
let server: TestServer
let admin: Client
let lin: Client
let own: Row
let foreign: Row
let before: string

const secret = 'Geheim-51aa'
const userId = async (name: string): Promise<string> =>
  (await admin.get('/records/user')).records.find((user) => user.name === name)!.id
/** All rows of the tables that an attempt may be after. */
const standing = async (): Promise<string> => {
  const tables = ['company', '_role_assignment', '_role', '_sharing_rule', '_record_share']
  const { rows } = await server.pool.query<{ text: string }>(
    `select string_agg(t, '') as text from (${tables
      .map(
        (table) =>
          `select coalesce(json_agg(x order by x::text)::text, '') as t from ${server.schema}.${table} x`,
      )
      .join(' union all ')}) a`,
  )
  return rows[0]!.text
}

beforeAll(async () => {
  server = await startTestServer()
  admin = server.session
  lin = await server.addMember('Lin', 'member')
  const scopes = {
    read: 'own',
    create: 'own',
    update: 'own',
    delete: 'own',
    transfer: 'none',
    export: 'own',
    import: 'none',
  }
  const permissions = { usual: scopes, objects: { user: { read: 'all' } }, fields: {}, rights: [] }
  const role = await admin.post('/roles', { name: 'Own', permissions })
  expect(role.status, role.text).toBe(201)
  const id = await userId('Lin')
  await admin.put(`/role-assignments/${id}`, { roleIds: [role.record.id] })
  foreign = (await admin.post('/records/company', { name: `${secret} Ltd`, code: 'S-1' })).record
  own = (await lin.post('/records/company', { name: 'Own', code: 'O-1' })).record
  expect((await lin.get('/records/company')).records.map((row) => row.id)).toEqual([own.id])
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.logged.length = 0
  before = await standing()
})
afterEach(async () => {
  expect(await standing()).toBe(before)
  expect(server.logged).toEqual([])
})

const injections = [
  `' or 1=1 --`,
  `"; drop table company; --`,
  `name" = "x") or true or ("a`,
  `name) union select password from kith.credential --`,
  `id; select pg_sleep(10)`,
  `name\u0000`,
  `$1`,
  `\\'; delete from company`,
  `name::text`,
  `(select name from company limit 1)`,
  `constructor`,
  `__proto__`,
]

describe('SQL in', () => {
  test.each(injections)('filter, sort, group, fields, include, time zone, search: %j', async (text) => {
    const asked = [
      lin.get('/records/company', { filter: text }),
      lin.get('/records/company', { filter: `name = ${JSON.stringify(text)}` }),
      lin.get('/records/company', { filter: `name in (${JSON.stringify(text)})` }),
      lin.get('/records/company', { sort: text }),
      lin.get('/records/company', { fields: text }),
      lin.get('/records/company', { include: text }),
      lin.get('/records/company', { cursor: text }),
      lin.get('/records/company', { search: text }),
      lin.get('/records/company', {}, { 'time-zone': text.replace('\u0000', '') }),
      lin.post('/records/company/aggregate', { groupBy: [text], aggregates: [{ fn: 'count' }] }),
      lin.post('/records/company/aggregate', {
        groupBy: [{ field: text, by: text }],
        aggregates: [{ fn: 'count' }],
      }),
      lin.get(`/records/company/export?format=csv&fields=${encodeURIComponent(text)}`),
      lin.get(`/records/${encodeURIComponent(text)}`),
      lin.get(`/records/company/${encodeURIComponent(text)}`),
    ]
    for (const answer of await Promise.all(asked)) {
      expect(answer.status, answer.text).toBeLessThan(500)
      expect(answer.text).not.toContain(secret)
      expect(answer.text).not.toContain(foreign.id)
    }
  })

  test('an empty list of values finds nothing, not everything', async () => {
    for (const filter of ['name in ()', 'id in ()', 'not (name in ())']) {
      const answer = await lin.get('/records/company', { filter })
      expect(answer.text).not.toContain(secret)
    }
    for (const body of [
      { ids: [], values: { name: 'x' } },
      { ids: [], delete: true },
    ]) {
      const { status, body: told } = await lin.post('/records/company/bulk', body)
      if (status < 300) expect(told).toMatchObject({ data: { count: 0 } })
    }
  })
})

describe('a record that is not hers', () => {
  test.each([
    ['change', 'PATCH', '', { name: 'mine' }],
    ['take', 'PATCH', '', { ownerId: 'me' }],
    ['delete', 'DELETE', '', undefined],
    ['restore', 'POST', '/restore', undefined],
    ['share', 'PUT', '/shares', { grantee: { kind: 'everybody' }, level: 'read' }],
  ])('Lin cannot %s', async (_, method, path, body) => {
    const given = body && 'ownerId' in body ? { ownerId: await userId('Lin') } : body
    const answer = await lin.send(method, `/records/company/${foreign.id}${path}`, given)
    expect([403, 404], answer.text).toContain(answer.status)
    expect(answer.text).not.toContain(secret)
  })

  test('in a batch with her own it stops the batch before anything is written', async () => {
    const edits = [own, foreign].map(({ id }) => ({ id, name: 'mine' }))
    for (const answer of [
      await lin.patch('/records/company', edits),
      await lin.put('/records/company?on=code', [
        { code: 'O-1', name: 'mine' },
        { code: 'S-1', name: 'mine' },
      ]),
    ]) {
      expect(answer.status, answer.text).toBeGreaterThanOrEqual(400)
      expect(answer.text).not.toContain(secret)
    }
  })

  test('a parent that she cannot see takes no child of hers', async () => {
    const answer = await lin.post('/records/contact', { name: 'x', companyId: foreign.id })
    expect(answer.status, answer.text).toBeGreaterThanOrEqual(400)
  })
})

describe('members that are nobody’s to give', () => {
  test.each([
    ['id', '01890000-0000-7000-8000-000000000000'],
    ['workspace', 'x'],
    ['workspaceId', 'x'],
    ['roleId', 'x'],
    ['roleIds', []],
    ['role', 'admin'],
    ['isAdmin', true],
    ['createdBy', '01890000-0000-7000-8000-000000000000'],
    ['teamId', '01890000-0000-7000-8000-000000000000'],
    ['version', 99],
    ['deletedAt', null],
  ])('%s is refused in a change', async (member, value) => {
    const answer = await lin.patch(`/records/company/${own.id}`, { [member]: value })
    expect(answer.status, answer.text).toBe(400)
  })

  test('an owner is given by who may hand over alone', async () => {
    const answer = await lin.patch(`/records/company/${own.id}`, { ownerId: await userId(founderName) })
    expect([400, 403], answer.text).toContain(answer.status)
  })

  test('nobody gives themselves a role, whatever the body says', async () => {
    const id = await userId('Lin')
    const administrator = (await admin.get('/roles')).records.find(({ key }) => key === 'administrator')!
    for (const answer of [
      await lin.put(`/role-assignments/${id}`, { roleIds: [administrator.id] }),
      await lin.patch(`/records/user/${id}`, { roleIds: [administrator.id] }),
      await lin.post('/auth/members', {
        name: 'Eve',
        email: 'eve@example.com',
        password: 'a long one',
        role: 'admin',
      }),
    ])
      expect([400, 403], answer.text).toContain(answer.status)
  })

  test.each(['__proto__', 'constructor', 'prototype'])('%s changes no object of the server', async (name) => {
    for (const body of [
      `{"${name}":{"polluted":true},"name":"x"}`,
      `{"name":"x","address":{"${name}":{"polluted":true}}}`,
    ]) {
      const answer = await lin.send('PATCH', `/records/company/${own.id}`, body)
      expect(answer.status, answer.text).toBe(400)
    }
    const preference = await lin.put(`/preferences/${name}`, { polluted: true })
    expect(preference.status).toBeLessThan(500)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

const founderName = '王芳'

describe('headers', () => {
  test.each([
    ['x-forwarded-user', 'admin'],
    ['x-user-id', 'admin'],
    ['x-original-url', '/api/v1/audit'],
    ['x-rewrite-url', '/api/v1/audit'],
    ['x-http-method-override', 'DELETE'],
    ['x-forwarded-for', '127.0.0.1'],
    ['x-workspace-id', 'x'],
  ])('%s opens nothing', async (name, value) => {
    const answer = await lin.get('/records/company', {}, { [name]: value })
    expect(answer.status).toBe(200)
    expect(answer.text).not.toContain(secret)
    expect((await server.stranger.get('/records/company', {}, { [name]: value })).status).toBe(401)
  })

  test('nobody looks through another’s eyes without the right', async () => {
    const answer = await lin.get('/records/company', {}, { 'view-as': await userId(founderName) })
    expect(answer.status, answer.text).toBe(403)
  })

  test.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'no answer sends a browser to %s',
    async (place) => {
      for (const path of ['/auth/session', '/auth/sign-in', '/records/company'])
        for (const name of ['next', 'redirect', 'returnTo', 'from', 'callbackURL']) {
          const { headers, status } = await server.stranger.get(path, { [name]: place })
          expect(status).toBeGreaterThanOrEqual(400)
          expect(headers.location).toBeUndefined()
        }
    },
  )
})
