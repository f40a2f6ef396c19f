import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, type Row, startTestServer, type TestServer } from '#test/support/server.ts'
import { keepReviews } from './keep-reviews.ts'

let server: TestServer
let admin: Client
let lin: Client
let users: Readonly<Record<string, string>>
let roles: Readonly<Record<string, string>>

const idsBy = (rows: readonly Row[], member: string): Record<string, string> =>
  Object.fromEntries(rows.map((row) => [String(row[member]), row.id]))

const open = async (): Promise<string> => {
  const { status, record, text } = await admin.post('/access-reviews')
  expect(status, text).toBe(201)
  return record.id
}
const linesOf = async (id: string, query = {}): Promise<readonly Row[]> =>
  (await admin.get(`/access-reviews/${id}/lines`, query)).records
const decide = (id: string, lines: readonly Row[], decision: string, by = admin, comment?: string) =>
  by.post(`/access-reviews/${id}/decisions`, { lines: lines.map((line) => line.id), decision, comment })
const roleIds = async (userId: string): Promise<readonly string[]> => {
  const { records } = await admin.get('/role-assignments')
  return (records.find((row) => row.userId === userId)?.roleIds ?? []) as readonly string[]
}

beforeAll(async () => {
  server = await startTestServer()
  admin = server.session
  lin = await server.addMember('Lin', 'member')
  await server.addMember('Mei', 'member')
  users = idsBy((await admin.get('/records/user')).records, 'name')
  roles = idsBy((await admin.get('/roles')).records, 'key')
  const team = (await admin.post('/records/team', { name: '华东' })).record
  await admin.patch(`/records/user/${users.Lin}`, { teamId: team.id })
})
afterAll(() => server.stop())

describe('a review', () => {
  let id: string
  beforeAll(async () => {
    id = await open()
  })

  test('is for who may see the audit log, and one at a time', async () => {
    expect((await lin.get('/access-reviews')).status).toBe(403)
    expect((await lin.get(`/access-reviews/${id}`)).status).toBe(403)
    expect((await lin.post('/access-reviews')).status).toBe(403)
    expect(await admin.post('/access-reviews')).toMatchObject({
      status: 409,
      body: { code: 'access_review_open' },
    })
  })

  test('writes down who has what: roles, teams, keys, ways in', async () => {
    const lines = await linesOf(id)
    expect(lines).toHaveLength(3)
    expect(lines.find(({ name }) => name === 'Lin')).toMatchObject({
      role: 'Member',
      decision: null,
      change: null,
      snapshot: { active: true, teams: ['华东'], password: true, passkeys: 0, app: false, keys: [] },
    })
    const founder = lines.find(({ name }) => name === '王芳')
    expect(founder).toMatchObject({ role: 'Administrator', snapshot: { keys: [{ name: 'Test' }] } })
    const { record } = await admin.get(`/access-reviews/${id}`)
    expect(record).toMatchObject({ lines: 3, confirmed: 0, withdrawn: 0, added: [], signedAt: null })
    expect((record.roles as readonly Row[]).map(({ key }) => key)).toContain('readOnly')
  })

  test('is found by name, by role and by what is undecided, in pages', async () => {
    expect(await linesOf(id, { search: 'mei' })).toMatchObject([{ name: 'Mei' }])
    expect(await linesOf(id, { search: 'adminis' })).toMatchObject([{ name: '王芳' }])
    expect(await linesOf(id, { search: '%' })).toEqual([])
    const first = await admin.get(`/access-reviews/${id}/lines`, { limit: 2 })
    const second = await admin.get(`/access-reviews/${id}/lines`, { cursor: String(first.body.nextCursor) })
    expect([...first.records, ...second.records].map(({ number }) => number)).toEqual([1, 2, 3])
    expect((await admin.get(`/access-reviews/${id}/lines`, { cursor: "1' or true" })).status).toBe(400)
  })

  test('a line that is withdrawn takes the role away at once', async () => {
    expect((await lin.get('/records/company')).status).toBe(200)
    const [line] = await linesOf(id, { search: 'Lin' })
    const { status, text } = await decide(id, [line!], 'withdrawn', admin, 'has left sales')
    expect(status, text).toBe(200)
    expect(await roleIds(users.Lin!)).toEqual([])
    expect((await lin.get('/records/company')).status).not.toBe(200)
    expect(await decide(id, [line!], 'confirmed')).toMatchObject({
      status: 409,
      body: { code: 'access_review_line_withdrawn' },
    })
    expect(await linesOf(id, { search: 'Lin' })).toMatchObject([
      { decision: 'withdrawn', decidedBy: '王芳', comment: 'has left sales', change: null },
    ])
  })

  test('the last administrator stays, and then nothing of that decision is done', async () => {
    const lines = (await linesOf(id)).filter(({ decision }) => decision === null)
    expect(await decide(id, lines, 'withdrawn')).toMatchObject({
      status: 409,
      body: { code: 'last_administrator' },
    })
    expect(await roleIds(users.Mei!)).toEqual([roles.member])
    expect(await linesOf(id, { decision: 'none' })).toHaveLength(2)
  })

  test('a line of no review is refused', async () => {
    const lines = [...(await linesOf(id)), { id } as Row]
    expect(await decide(id, lines, 'confirmed')).toMatchObject({
      body: { code: 'access_review_line_missing', errors: [{ path: '/lines/3' }] },
    })
  })

  test('what happens while it is open is marked', async () => {
    await admin.put(`/role-assignments/${users.Mei}`, { roleIds: [roles.readOnly] })
    expect(await linesOf(id, { search: 'Mei' })).toMatchObject([{ change: 'taken' }])
    const { record } = await admin.get(`/access-reviews/${id}`)
    expect(record.added).toMatchObject([{ name: 'Mei', role: 'Read-only' }])
  })

  test('is signed off once all is decided, and then nobody changes it', async () => {
    expect(await admin.post(`/access-reviews/${id}/sign-off`, {})).toMatchObject({
      status: 409,
      body: { code: 'access_review_undecided' },
    })
    await decide(id, await linesOf(id, { decision: 'none' }), 'confirmed')
    const signed = await admin.post(`/access-reviews/${id}/sign-off`, { comment: '四季度' })
    expect(signed.record).toMatchObject({ signedBy: '王芳', comment: '四季度', confirmed: 2, withdrawn: 1 })
    expect(await admin.post(`/access-reviews/${id}/sign-off`, {})).toMatchObject({
      body: { code: 'access_review_signed' },
    })
    expect(await decide(id, await linesOf(id), 'confirmed')).toMatchObject({
      body: { code: 'access_review_signed' },
    })
    // What was marked stays as it was then.
    await admin.put(`/role-assignments/${users.Mei}`, { roleIds: [roles.member] })
    expect(await linesOf(id, { search: 'Mei' })).toMatchObject([{ change: 'taken' }])
  })

  test.each([
    ['its signature', (schema: string) => `update ${schema}._access_review set comment = 'x'`],
    ['its opening', (schema: string) => `update ${schema}._access_review set opened_name = 'x'`],
    ['a decision', (schema: string) => `update ${schema}._access_review_line set decision = 'withdrawn'`],
    ['a snapshot', (schema: string) => `update ${schema}._access_review_line set snapshot = '{}'`],
    ['a line', (schema: string) => `delete from ${schema}._access_review_line`],
    ['all of it', (schema: string) => `delete from ${schema}._access_review`],
    [
      'a line more',
      (schema: string) => `insert into ${schema}._access_review_line
        select gen_random_uuid(), review, 99, gen_random_uuid(), name, role_id, role_key, role_label, role_version, snapshot
        from ${schema}._access_review_line limit 1`,
    ],
  ])('not even the workspace’s own role changes %s', async (_, sql) => {
    const [{ id: workspaceId } = { id: '' }] = await server.kith.registry.list()
    const { pool, schema } = await server.kith.registry.get(workspaceId)
    await expect(pool.query({ text: sql(schema) })).rejects.toMatchObject({ code: '42501' })
  })

  test('is a file, and all of it stands in the audit log', async () => {
    const { text, headers } = await admin.get(`/access-reviews/${id}/export`)
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    const lines = text.trim().split('\r\n')
    expect(lines).toHaveLength(4)
    expect(lines.find((line) => line.startsWith('Lin'))).toContain('Withdrawn,王芳')
    const { records } = await admin.get('/audit', { kinds: 'reviewChanged,reviewDecided,roleAssigned' })
    const actions = records.map(({ kind, details }) => (details as { action?: string }).action ?? kind)
    expect(actions).toEqual([
      'export',
      'roleAssigned',
      'sign',
      'reviewDecided',
      'roleAssigned',
      'reviewDecided',
      'roleAssigned',
      'open',
    ])
  })
})

test('signing off takes the right to roles, withdrawing that to people', async () => {
  const id = await open()
  const { permissions } = (await admin.get('/roles')).records.find(({ key }) => key === 'member') as Row & {
    permissions: object
  }
  const auditor = await admin.post('/roles', {
    name: 'Auditor',
    permissions: { ...permissions, rights: ['audit'] },
  })
  await admin.put(`/role-assignments/${users.Lin}`, { roleIds: [auditor.record.id] })
  const lines = await linesOf(id)
  expect((await decide(id, lines, 'withdrawn', lin)).status).toBe(403)
  expect((await decide(id, lines, 'confirmed', lin)).status).toBe(200)
  expect((await lin.post(`/access-reviews/${id}/sign-off`, {})).status).toBe(403)
  expect((await admin.post(`/access-reviews/${id}/sign-off`, {})).status).toBe(200)
})

test('is opened by itself once a quarter where that is switched on', async () => {
  const { kith } = server
  const [{ id: workspaceId } = { id: '' }] = await kith.registry.list()
  const cx = await kith.systemContext(await kith.registry.get(workspaceId))
  const next = { ...cx, now: () => new Date(Date.now() + 100 * 86_400_000) }
  const count = async () => (await admin.get('/access-reviews')).records.length
  const before = await count()
  await keepReviews(next, async () => [])
  expect(await count()).toBe(before)
  await admin.patch('/settings', { quarterlyReview: true })
  // This quarter has one already.
  await keepReviews(cx, async () => [])
  expect(await count()).toBe(before)
  await Promise.all([keepReviews(next, async () => []), keepReviews(next, async () => [])])
  await keepReviews(next, async () => [])
  expect(await count()).toBe(before + 1)
  const [newest] = (await admin.get('/access-reviews')).records
  expect(newest).toMatchObject({ bySchedule: true, openedBy: 'Kith' })
})
