import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Permissions } from '#shared/access/permissions.ts'
import { listenAs, type StreamEvent } from '#test/support/event-stream.ts'
import { everything, ownRecords } from '#test/support/permissions.ts'
import { type Client, startTestServer, type TestServer } from '#test/support/server.ts'

/** What lies beside records (presence, notifications, views, undo, timelines, files) follows who may see them. */
let server: TestServer
let admin: Client
let mei: Client
/** Sees their own records alone, and not the revenue of a company. */
let lin: Client
const ids = { mei: '', lin: '' }

const secret = 'Geheim-81c2'
const limited: Permissions = {
  ...everything,
  rights: [],
  usual: ownRecords,
  fields: { company: { annualRevenue: 'hidden' }, activity: { body: 'hidden' } },
}

beforeAll(async () => {
  server = await startTestServer()
  admin = server.session
  mei = await server.addMember('Mei', 'member')
  lin = await server.addMember('Lin', 'member')
  const users = (await admin.get('/records/user')).records
  const idOf = (name: string) => users.find((user) => user.name === name)!.id
  Object.assign(ids, { mei: idOf('Mei'), lin: idOf('Lin') })
  const role = await admin.post('/roles', { name: 'Own records', permissions: limited })
  expect(role.status, role.text).toBe(201)
  expect((await admin.put(`/role-assignments/${ids.lin}`, { roleIds: [role.record.id] })).status).toBe(200)
  // What a role says holds with the next request.
  expect((await lin.get('/objects/company')).text).not.toContain('annualRevenue')
})
afterAll(() => server.stop())

const company = async (ownerId: string, values: object = {}): Promise<string> => {
  const answer = await admin.post('/records/company', { name: `${secret} company`, ownerId, ...values })
  expect(answer.status, answer.text).toBe(201)
  return answer.record.id
}

describe('presence', () => {
  beforeEach(() => server.pool.query(`delete from ${server.schema}._presence`))
  const show = async (client: Client, tab: string, id: string) =>
    (await client.put('/presence', { tab, object: 'company', id })).records.map(({ name }) => name)

  test('nobody is at a record that they cannot see, nor told who is', async () => {
    const [hidden, own] = [await company(ids.mei), await company(ids.lin)]
    expect(await show(mei, 'm', hidden)).toEqual([])
    expect(await show(lin, 'l', hidden)).toEqual([])
    expect(await show(mei, 'm', hidden)).toEqual([])
    // A tab that went on to what is out of sight is at its last place no more.
    await show(lin, 'l', own)
    await show(lin, 'l', hidden)
    expect(await show(mei, 'm', own)).toEqual([])
  })

  test('the stream tells of places within sight alone, also after what is in sight has changed', async () => {
    const [hidden, own] = [await company(ids.mei), await company(ids.lin)]
    const stream = await listenAs(server, lin)
    const told = async () =>
      (await stream.next(({ event }: StreamEvent) => event === 'presence')).data as { readonly id: string }
    await show(mei, 'm', hidden)
    await show(mei, 'm', own)
    expect((await told()).id).toBe(own)
    await admin.put(`/records/company/${hidden}/shares`, {
      grantee: { kind: 'user', id: ids.lin },
      level: 'read',
    })
    await expect.poll(async () => (await lin.get(`/records/company/${hidden}`)).status).toBe(200)
    await show(mei, 'm', hidden)
    // Mei left Lin's own record first.
    const places = [(await told()).id, (await told()).id]
    expect(places).toContain(hidden)
    stream.close()
  })
})

describe('notifications', () => {
  const inbox = async (client: Client) =>
    (await client.get('/notifications')).records as unknown as readonly Record<string, unknown>[]

  test('whom a mention does not reach hears nothing; who wrote it is told', async () => {
    const hidden = await company(ids.mei)
    await mei.post('/records/activity', {
      kind: 'note',
      body: `[@Lin](user:${ids.lin}) ${secret} look`,
      regarding: [{ object: 'company', id: hidden }],
    })
    await expect
      .poll(async () => (await inbox(mei)).map(({ kind, text }) => [kind, text]), { timeout: 20_000 })
      .toContainEqual(['unreached', 'Lin'])
    expect((await inbox(lin)).filter(({ kind }) => kind === 'mention')).toEqual([])
  })

  test('what was told of a record says nothing more once it is out of sight', async () => {
    const record = await company(ids.mei)
    const about = async () => (await inbox(lin)).filter(({ recordId }) => recordId === record)
    await mei.patch(`/records/company/${record}`, { ownerId: ids.lin })
    await expect.poll(async () => (await about()).length, { timeout: 20_000 }).toBe(1)
    expect((await about())[0]).toMatchObject({ title: `${secret} company`, deleted: false })
    await mei.patch(`/records/company/${record}`, { ownerId: ids.mei })
    const [lost] = await about()
    expect(lost).toMatchObject({ title: '', text: '', deleted: true })
    expect(JSON.stringify(lost)).not.toContain(secret)
  })
})

test('a shared view opens without what its reader may not know, and says so without a name', async () => {
  const made = await admin.post('/views', {
    object: 'company',
    name: 'Large ones',
    shared: true,
    definition: {
      filter: 'annualRevenue > 1000',
      sort: '-annualRevenue,name',
      columns: [{ field: 'name' }, { field: 'annualRevenue' }],
      totals: { annualRevenue: 'sum' },
    },
  })
  expect(made.status, made.text).toBe(201)
  const read = await lin.get('/views', { object: 'company' })
  expect(read.text).not.toContain('annualRevenue')
  const view = read.records.find(({ name }) => name === 'Large ones') as unknown as {
    readonly definition: object
    readonly problems: readonly { readonly path: string; readonly code: string }[]
  }
  expect(view.definition).toEqual({ sort: 'name', columns: [{ field: 'name' }] })
  expect(view.problems.map(({ path, code }) => [path, code])).toEqual(
    expect.arrayContaining([
      ['filter', 'view_part_hidden'],
      ['totals', 'view_part_hidden'],
    ]),
  )
})

test('what somebody did is not taken back by them where they cannot see it any more', async () => {
  const record = await company(ids.lin)
  const bulk = await lin.post('/records/company/bulk', { ids: [record], values: { name: 'Changed' } })
  const { undo } = bulk.body.data as unknown as { readonly undo: string }
  await admin.patch(`/records/company/${record}`, { ownerId: ids.mei })
  const undone = await lin.post('/undo', { token: undo })
  expect(undone.text).not.toContain(secret)
  expect((await admin.get(`/records/company/${record}`)).record.name).toBe('Changed')
  const theirs = await mei.post('/undo', { token: undo })
  expect(theirs.body).toMatchObject({ data: { undone: 0 } })
})

test('a timeline names nobody who is out of sight, and tells no hidden field', async () => {
  const own = await company(ids.lin, { name: 'Own' })
  const contact = (await admin.post('/records/contact', { name: `${secret} contact`, ownerId: ids.mei }))
    .record
  const other = await company(ids.mei)
  await admin.post('/records/activity', {
    kind: 'call',
    subject: 'Call',
    body: `${secret} body`,
    regarding: [
      { object: 'company', id: own },
      { object: 'company', id: other },
    ],
    participants: [{ object: 'contact', id: contact.id }],
  })
  const read = await lin.get(`/records/company/${own}/timeline`)
  const [call] = read.records.filter(({ kind }) => kind === 'activity')
  expect(call).toMatchObject({
    title: 'Call',
    about: [{ id: own }],
    activity: { body: null, participants: [] },
  })
  expect(JSON.stringify(call)).not.toContain(secret)
  const found = await lin.get(`/records/company/${own}/timeline`, { search: `${secret} body` })
  expect(found.records.filter(({ kind }) => kind === 'activity')).toEqual([])
})

test('with another’s eyes figures are theirs, and nothing is written', async () => {
  const as = { 'view-as': ids.lin }
  const count = { measures: [{ fn: 'count' }] }
  await company(ids.mei)
  const seen = await admin.post('/records/company/aggregate', count, as)
  const own = await lin.post('/records/company/aggregate', count)
  expect(seen.status, seen.text).toBe(own.status)
  expect(seen.text).toBe(own.text)
  expect(seen.status).toBe(200)
  const refused = await admin.post('/records/company', { name: 'x' }, as)
  expect([refused.status, refused.body.code]).toEqual([403, 'not_permitted'])
})

describe('files', () => {
  const upload = async (client: Client, content = 'x') => {
    const payload = `--b\r\ncontent-disposition: form-data; name="file"; filename="${secret}.txt"\r\n\r\n${content}\r\n--b--\r\n`
    const answer = await server.http.inject({
      method: 'POST',
      url: '/api/v1/files',
      headers: { ...client.headers, 'content-type': 'multipart/form-data; boundary=b' },
      payload,
    })
    expect(answer.statusCode, answer.body).toBe(201)
    return (answer.json() as { data: { id: string } }).data.id
  }

  test('unknown and out of sight are one answer; what is in sight is asked for each time', async () => {
    const file = await upload(admin)
    const about = [{ object: 'company', id: await company(ids.mei) }]
    const note = await admin.post('/records/activity', {
      kind: 'note',
      subject: 'x',
      regarding: about,
      fileIds: [file],
    })
    expect(note.status, note.text).toBe(201)
    const refused = await lin.get(`/files/${file}`)
    const unknown = '00000000-0000-7000-8000-0000000000ff'
    const missing = await lin.get(`/files/${unknown}`)
    expect(refused.status).toBe(404)
    expect(refused.text.replaceAll(file, unknown).replaceAll(/"requestId":"[^"]*"/g, '')).toBe(
      missing.text.replaceAll(/"requestId":"[^"]*"/g, ''),
    )
    expect((await lin.get('/records/file')).text).not.toContain(secret)
    expect((await lin.get(`/records/file/${file}`)).status).toBe(404)
    const read = await mei.get(`/files/${file}`)
    expect([read.status, read.headers['cache-control']]).toEqual([200, 'private, no-cache'])
    const again = await mei.get(`/files/${file}`, undefined, { 'if-none-match': String(read.headers.etag) })
    expect(again.status).toBe(304)
    const stale = await lin.get(`/files/${file}`, undefined, { 'if-none-match': String(read.headers.etag) })
    expect(stale.status).toBe(404)
  })

  test('an import and its file are theirs who import', async () => {
    const file = await upload(mei, 'name\nAcme\n')
    const proposed = await mei.post('/imports', { object: 'company', fileId: file })
    expect(proposed.status, proposed.text).toBe(201)
    expect((await mei.get(`/files/${file}`)).status).toBe(200)
    for (const client of [lin, admin]) {
      expect((await client.get(`/files/${file}`)).status).toBe(404)
      expect((await client.post('/imports', { object: 'company', fileId: file })).status).toBe(404)
      expect((await client.get(`/imports/${proposed.record.id}`)).status).toBe(404)
      expect((await client.get(`/imports/${proposed.record.id}/rejected.csv`)).status).toBe(404)
      const mapping = { columns: [{ column: 'name', field: 'name' }] }
      expect((await client.post(`/imports/${proposed.record.id}/preview`, { mapping })).status).toBe(404)
      expect((await client.post(`/imports/${proposed.record.id}/start`, { mapping })).status).toBe(404)
    }
  })
})
