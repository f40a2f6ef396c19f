import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sealAudit, verifyCopy, verifyLiveLog } from '#server/core/audit/index.ts'
import type { AuditEntry } from '#shared/operations/audit.ts'
import type { AuditKind } from '#shared/operations/audit-kinds.ts'
import type { Notification } from '#shared/operations/notifications.ts'
import { ownId } from '#test/support/own-id.ts'
import { type Client, founder, startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
let admin: Client

beforeAll(async () => {
  server = await startTestServer('zh-CN')
  admin = server.session
})
afterAll(() => server.stop())

const entries = async (query: Record<string, string | number> = {}): Promise<readonly AuditEntry[]> =>
  (await admin.get('/audit', query)).records as unknown as readonly AuditEntry[]

/** The newest of a kind, once there are so many: what is written beside an answer is there a moment later. */
async function newest(kind: AuditKind, count = 1): Promise<AuditEntry> {
  await expect
    .poll(async () => (await entries({ kinds: kind })).length, { timeout: 20_000 })
    .toBeGreaterThanOrEqual(count)
  return (await entries({ kinds: kind, limit: 1 }))[0]!
}

const label = { en: 'Trip', 'zh-CN': '出差', 'zh-TW': '出差' }
const signIn = (password: string) =>
  server.stranger.post('/auth/sign-in', { identifier: founder.email, password }, { 'user-agent': chrome })
const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36'

describe('what is done over HTTP is written', () => {
  test('a sign-in and a failed one, with the person, the place and the program, and no password', async () => {
    await signIn('the wrong one')
    const failed = await newest('signInFailed')
    expect(failed).toMatchObject({
      ...{ outcome: 'refused', name: founder.name, source: 'web', address: '127.0.0.1', userAgent: chrome },
      details: { device: 'Chrome · Windows', method: 'password' },
    })
    await signIn(founder.password)
    await expect.poll(async () => (await newest('signedIn')).userAgent, { timeout: 20_000 }).toBe(chrome)
    const { text } = await admin.get('/audit')
    for (const secret of ['the wrong one', founder.password]) expect(text).not.toContain(secret)
  })

  test('what was tried with nobody’s account is written nowhere', async () => {
    const before = (await entries({ kinds: 'signInFailed' })).length
    await server.stranger.post('/auth/sign-in', {
      identifier: 'nobody@example.com',
      password: 'x'.repeat(12),
    })
    await admin.patch('/settings', { fiscalYearStart: 3 })
    await newest('settingsChanged')
    expect((await entries({ kinds: 'signInFailed' })).length).toBe(before)
  })

  test('a key that is made, used from an address for the first time, and revoked', async () => {
    const made = (await admin.post('/auth/keys', { name: 'ETL' })).body
    expect(await newest('keyCreated', 2)).toMatchObject({ name: founder.name })
    const key = server.client({ authorization: `Bearer ${made.key}`, 'user-agent': 'etl/2' })
    for (let time = 0; time < 3; time++) await key.get('/records/company')
    expect(await newest('keyUsed')).toMatchObject({ source: 'api', actor: { kind: 'key', name: 'ETL' } })
    expect((await entries({ kinds: 'keyUsed', actor: (await newest('keyUsed')).actor!.id })).length).toBe(1)
    expect((await admin.delete(`/auth/keys/${made.id}`)).status).toBe(204)
    await newest('keyRevoked')
  })

  test('an export, with what was taken and how much', async () => {
    await admin.post('/records/company', [{ name: '华为' }, { name: '小米' }, { name: 'Acme' }])
    expect(
      (await admin.get('/records/company/export', { filter: 'name != "Acme"', fields: 'name' })).status,
    ).toBe(200)
    expect(await newest('exported')).toMatchObject({
      ...{ object: 'company', count: 2 },
      details: { format: 'csv', filter: 'name != "Acme"', fields: ['name'] },
    })
  })

  test('objects and fields that are made, changed and taken away, with what they were before', async () => {
    await admin.post('/objects', { name: 'trip', label, fields: [{ name: 'name', type: 'text', label }] })
    expect(await newest('objectCreated')).toMatchObject({ object: 'trip', details: { fields: ['name'] } })
    await admin.patch('/objects/trip', { label: { ...label, en: 'Journey' } })
    expect(await newest('objectChanged')).toMatchObject({
      details: { changes: { 'label.en': { before: 'Trip', after: 'Journey' } } },
    })
    await admin.post('/objects/trip/fields', { name: 'city', type: 'text', label })
    expect(await newest('fieldCreated')).toMatchObject({
      object: 'trip',
      details: { field: 'city', type: 'text' },
    })
    await admin.patch('/objects/trip/fields/city', { name: 'town' })
    expect(await newest('fieldChanged')).toMatchObject({
      details: { field: 'city', changes: { name: { before: 'city', after: 'town' } } },
    })
    await admin.delete('/objects/trip/fields/town')
    expect(await newest('fieldDeleted')).toMatchObject({ object: 'trip', details: { field: 'town' } })
    await admin.delete('/objects/trip')
    expect(await newest('objectDeleted')).toMatchObject({ object: 'trip' })
  })

  test('nothing of a change that was refused', async () => {
    const before = (await entries({ kinds: 'fieldCreated' })).length
    expect((await admin.post('/objects/company/fields', { name: 'name', type: 'text', label })).status).toBe(
      409,
    )
    expect((await entries({ kinds: 'fieldCreated' })).length).toBe(before)
  })

  test('settings, their members alone that changed', async () => {
    await admin.patch('/settings', { timeZone: 'Asia/Taipei', calendar: { opens: '08:30' }, name: 'Acme 2' })
    const changes = (await entries({ kinds: 'settingsChanged', limit: 2 })).map(
      ({ details }) => details.changes,
    )
    expect(changes).toEqual(
      expect.arrayContaining([
        {
          timeZone: { before: 'Asia/Shanghai', after: 'Asia/Taipei' },
          'calendar.opens': { before: '09:00', after: '08:30' },
        },
        { name: { before: 'Acme', after: 'Acme 2' } },
      ]),
    )
  })

  test('reads, changes and deletes of many records within a minute', async () => {
    await admin.patch('/settings', { alerts: { read: 30, changed: 10, deleted: 10 } })
    const made = await admin.post(
      '/records/company',
      Array.from({ length: 25 }, (_, at) => ({ name: `C${at}` })),
    )
    for (let page = 0; page < 3; page++) await admin.get('/records/company', { limit: 20 })
    expect(await newest('massRead')).toMatchObject({ object: 'company', details: { within: 60 } })
    await admin.patch(
      '/records/company',
      made.records.map(({ id }) => ({ id, level: 'A' })),
    )
    expect(await newest('massChanged')).toMatchObject({ object: 'company', count: 25 })
    await admin.post('/records/company/bulk', { filter: 'startsWith(name, "C")', delete: true })
    expect(await newest('massDeleted')).toMatchObject({
      count: 25,
      details: { filter: 'startsWith(name, "C")' },
    })
  })
})

describe('the list', () => {
  test('is for administrators', async () => {
    const member = await server.addMember('Lin', 'member')
    for (const path of ['/audit', '/audit/export', `/audit/${(await entries())[0]!.id}`])
      expect((await member.get(path)).status).toBe(403)
    const refused = { kinds: 'accessRefused', actor: await ownId(member) }
    await expect.poll(async () => (await entries(refused)).length, { timeout: 20_000 }).toBe(3)
  })

  test('comes in pages without a gap', async () => {
    const all = (await entries({ limit: 200 })).map(({ id }) => id)
    const paged: string[] = []
    for (let cursor: string | undefined; ; ) {
      const page = await admin.get('/audit', { limit: 3, ...(cursor !== undefined && { cursor }) })
      paged.push(...page.records.map(({ id }) => id))
      if (page.body.nextCursor === null) break
      cursor = page.body.nextCursor
    }
    expect(paged).toEqual(all)
  })

  test('is narrowed by kinds, person, time and words', async () => {
    const kinds = new Set((await entries({ kinds: 'exported,objectCreated' })).map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual(['exported', 'objectCreated'])
    const [first] = await entries({ kinds: 'exported' })
    expect((await entries({ actor: first!.userId!, kinds: 'exported' })).length).toBe(1)
    expect(await entries({ from: first!.at, to: first!.at })).toEqual([])
    expect((await entries({ search: '127.0.0.1', kinds: 'exported' })).length).toBe(1)
    expect(await entries({ search: '100%_' })).toEqual([])
    expect((await admin.get('/audit', { kinds: 'exportd' })).body.code).toBe('unknown_option')
    expect((await admin.get('/audit', { cursor: 'x' })).body.code).toBe('invalid_cursor')
    expect((await admin.get(`/audit/${first!.userId}`)).body.code).toBe('audit_entry_missing')
  })

  test('is sealed a moment later, and its export holds on any machine', async () => {
    const exported = await admin.get('/audit/export')
    await newest('auditExported')
    const report = await verifyCopy(
      (async function* () {
        yield Buffer.from(exported.text)
      })(),
    )
    expect(report.problem).toBeUndefined()
    const workspace = await server.kith.registry.bySlug('acme')
    await sealAudit(workspace)
    expect((await verifyLiveLog(workspace)).problem).toBeUndefined()
    expect((await newest('auditExported')).number).toBe(report.entries)
  })
})

describe('administrators are told, once each', () => {
  const alerts = async (who: Client) =>
    ((await who.get('/notifications', { limit: 200 })).records as unknown as Notification[]).filter(
      ({ kind }) => kind === 'alert',
    )

  test('of failures and of what many records were taken', async () => {
    await admin.patch('/settings', { alerts: { failures: 3, exported: 2 } })
    const mei = await server.addMember('Mei', 'admin')
    for (let time = 0; time < 3; time++)
      await server.stranger.post('/auth/sign-in', { identifier: 'lin@example.com', password: 'wrong again' })
    await admin.get('/records/company/export')
    for (const who of [admin, mei]) {
      await expect
        .poll(async () => (await alerts(who)).map(({ alert }) => alert?.rule), { timeout: 30_000 })
        .toEqual(expect.arrayContaining(['failures', 'exported']))
      const [told, ...more] = (await alerts(who)).filter(({ alert }) => alert?.rule === 'failures')
      expect(more).toEqual([])
      expect(told).toMatchObject({ title: 'Lin', count: 3, object: 'user' })
      expect((await admin.get(`/audit/${told!.alert!.entryId}`)).body.data).toMatchObject({
        kind: 'signInFailed',
      })
    }
  })
})
