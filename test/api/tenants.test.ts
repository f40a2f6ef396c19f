import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Contract } from '#shared/operations/contract.ts'
import { ask, canBeTried } from '#test/support/ask.ts'
import { listenAs } from '#test/support/event-stream.ts'
import { type Client, startTestServer, type TestServer } from '#test/support/server.ts'

/**
 * Two workspaces on one server. What the second one holds is asked for by the administrator of the first one, through every
 * route that the server has and by every id that the second one knows: a new route is tried by being there.
 */
let server: TestServer
let own: Client
let rival: Client
let contracts: readonly Contract[]
/** Schema and id of the second workspace. */
let other: { readonly schema: string; readonly id: string }
/** Ids of what the second workspace holds, one of each table. */
let ids: readonly string[]

/** Stands in everything of the second workspace that has a name. */
const secret = 'Geheim-9c41'
const object = 'geheim9c41'

beforeAll(async () => {
  server = await startTestServer()
  own = server.session
  contracts = server.http.contracts
  rival = await server.addMember('Rival', 'member')
  const place = { language: 'en', timeZone: 'Asia/Shanghai', currency: 'CNY' }
  await made(rival.post('/auth/workspaces', { workspaceName: `${secret} Ltd`, ...place }))
  const { rows } = await server.pool.query<{ id: string; schema: string }>(
    'select id, schema_name as schema from kith.workspace where schema_name <> $1',
    [server.schema],
  )
  other = rows[0]!
  // Nobody of the first workspace is one of the second any more.
  await server.pool.query(
    `delete from kith.membership where workspace_id <> $1 and account_id = (
       select account_id from kith.membership where workspace_id = $1)`,
    [other.id],
  )
  await furnish()
  ids = await idsOf()
  expect(ids.length).toBeGreaterThan(15)
})
afterAll(() => server.stop())

async function made(asked: ReturnType<Client['post']>): Promise<string> {
  const answer = await asked
  expect(answer.status, answer.text).toBeLessThan(300)
  const { data } = JSON.parse(answer.text || '{}') as { data?: { id?: string } }
  return data?.id ?? ''
}

/** One of everything. */
async function furnish(): Promise<void> {
  const user = (await rival.get('/records/user')).records[0]!.id
  const company = await made(rival.post('/records/company', { name: `${secret} company`, code: secret }))
  await made(rival.post('/records/contact', { name: `${secret} contact`, companyId: company }))
  await made(
    rival.post('/records/activity', {
      kind: 'note',
      subject: `${secret} note`,
      body: `[@Rival](user:${user})`,
      regarding: [{ object: 'company', id: company }],
    }),
  )
  await made(rival.post('/records/task', { subject: `${secret} task`, assigneeId: user }))
  const team = await made(rival.post('/records/team', { name: `${secret} team` }))
  const field = { name: 'secret', type: 'text', label: secret }
  await made(rival.post('/objects', { name: object, label: secret, pluralLabel: secret, fields: [field] }))
  await made(rival.post(`/records/${object}`, { name: secret }))
  const { permissions } = (await rival.get('/roles')).records.find(
    ({ key }) => key === 'member',
  ) as unknown as {
    permissions: object
  }
  await made(rival.post('/roles', { name: `${secret} role`, permissions }))
  const grantee = { kind: 'team', id: team }
  const rule = {
    object: 'company',
    name: `${secret} rule`,
    condition: `code = "${secret}"`,
    grantee,
    level: 'read',
  }
  await made(rival.post('/sharing-rules', rule))
  await made(rival.put(`/records/company/${company}/shares`, { grantee, level: 'read' }))
  await made(rival.post('/views', { object: 'company', name: `${secret} view`, shared: true }))
  await made(rival.put('/preferences/x', { secret }))
  await made(rival.put('/presence', { tab: company, object: 'company', id: company }))
  await made(rival.post('/auth/keys', { name: `${secret} key` }))
  await made(rival.post('/access-reviews'))
  await rival.get('/records/company/export?format=csv')
  await made(send(rival, '/files', 'note.txt', `${secret} file`))
  await made(send(rival, '/imports', `${secret}.csv`, `name\n${secret} imported\n`, { object: 'company' }))
}

function send(
  client: Client,
  path: string,
  name: string,
  content: string,
  fields: Record<string, string> = {},
) {
  const boundary = 'kith-boundary'
  const given = Object.entries(fields).flatMap(([field, value]) => [
    `--${boundary}`,
    `content-disposition: form-data; name="${field}"`,
    '',
    value,
  ])
  const payload = [
    ...given,
    `--${boundary}`,
    `content-disposition: form-data; name="file"; filename="${name}"`,
    'content-type: text/plain',
    '',
    content,
    `--${boundary}--`,
    '',
  ].join('\r\n')
  return client.post(path, payload, { 'content-type': `multipart/form-data; boundary=${boundary}` })
}

/** An id of each table of the second workspace, and of what the platform holds for it. */
async function idsOf(): Promise<string[]> {
  const { rows: tables } = await server.pool.query<{ name: string; platform: boolean }>(
    `select format('%I.%I', n.nspname, c.relname) as name, n.nspname = 'kith' as platform
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'id' and a.atttypid = 'uuid'::regtype
     where c.relkind in ('r', 'p') and not c.relispartition and (n.nspname = $1 or n.nspname = 'kith' and exists (
       select from pg_attribute w where w.attrelid = c.oid and w.attname = 'workspace_id'))`,
    [other.schema],
  )
  const found = await Promise.all(
    tables.map(async ({ name, platform }) => {
      const mine = platform ? `where workspace_id = '${other.id}'` : ''
      const { rows } = await server.pool.query<{ id: string }>(`select id from ${name} ${mine} limit 1`)
      return rows.map(({ id }) => id)
    }),
  )
  return [other.id, ...found.flat()]
}

/** What the second workspace holds, as far as a change of it would show. */
async function standing(): Promise<unknown> {
  const counted = [
    ...[
      '_change',
      '_audit',
      '_role_assignment',
      '_role',
      '_view',
      '_notification',
      '_access_review_line',
    ].map((table) => `(select count(*) from ${other.schema}.${table})`),
    `(select json_agg(json_build_array(decision, signed_at)) from ${other.schema}._access_review_line l
       join ${other.schema}._access_review v on v.id = l.review)`,
    ...['membership', 'session', 'api_key'].map(
      (table) => `(select count(*) from kith.${table} where workspace_id = '${other.id}')`,
    ),
    `(select name from kith.workspace where id = '${other.id}')`,
  ]
  const { rows } = await server.pool.query(`select ${counted.map((sql, i) => `${sql} as c${i}`).join(', ')}`)
  return rows[0]
}

const leaks = (text: string, asked: string): string[] =>
  [secret, object, ...ids.filter((id) => id !== asked)].filter((part) => text.includes(part))

test('no route tells of another workspace, whichever of its ids is asked for, nor changes anything there', {
  timeout: 300_000,
}, async () => {
  const before = await standing()
  const byId = contracts.filter(canBeTried).filter(({ path }) => /:\w*id/i.test(path))
  expect(byId.length).toBeGreaterThan(15)
  for (const contract of byId)
    for (const id of ids) {
      const { text, status } = await ask(own, contract, id)
      expect(leaks(text, id), `${contract.name} ${id} ${status} ${text}`).toEqual([])
      expect(status, `${contract.name} ${text}`).not.toBe(500)
    }
  expect(await standing()).toEqual(before)
})

test('nor does any other, also by the name of an object that is there alone', {
  timeout: 120_000,
}, async () => {
  const before = await standing()
  const [first] = ids
  const answered: string[] = []
  for (const contract of contracts.filter(canBeTried))
    for (const name of ['company', object]) {
      const { text, status } = await ask(own, contract, first!, name)
      if (status < 300) answered.push(contract.name)
      // An error names what was asked for.
      expect(leaks(text.replaceAll(object, ''), first!), `${contract.name} ${text}`).toEqual([])
    }
  expect(new Set(answered).size).toBeGreaterThan(30)
  expect(await standing()).toEqual(before)
})

test.each([
  ['a list', '/records/company'],
  ['a count', '/records/company?count=exact'],
  ['a search', `/records/company?search=${secret}`],
  ['a filter', `/records/company?filter=${encodeURIComponent(`code = "${secret}"`)}`],
  ['the metadata', '/objects'],
  ['the audit log', '/audit'],
  ['the audit log as a file', '/audit/export'],
  ['an export', '/records/company/export?format=csv'],
  ['roles', '/roles'],
  ['who bears them', '/role-assignments'],
  ['views', '/views?object=company'],
  ['members', '/auth/members'],
  ['keys', '/auth/keys'],
  ['sessions', '/auth/sessions'],
  ['notifications', '/notifications'],
  ['presence', '/presence?object=company'],
  ['preferences', '/preferences'],
  ['changes', '/changes?since=0'],
  ['who is signed in', '/auth/session'],
  ['the API’s description', '/openapi.json'],
])('%s is of one workspace alone', async (_, path) => {
  const { text } = await own.get(path)
  expect(leaks(path.includes(secret) ? text.replaceAll(secret, '') : text, '')).toEqual([])
})

test('a unique value of another workspace is free here', async () => {
  expect((await own.post('/records/company', { name: 'Ours', code: secret.toLowerCase() })).status).toBe(201)
  expect((await own.post('/records/company', { name: 'Ours', code: secret })).status).toBe(201)
  const { records } = await own.get('/records/company', { search: 'Ours' })
  for (const { id } of records) await own.delete(`/records/company/${id}`)
})

test('a relation to a record of another workspace is refused as one to nothing', async () => {
  const { rows } = await server.pool.query<{ id: string }>(`select id from ${other.schema}.company limit 1`)
  const foreign = await own.post('/records/contact', { name: 'x', companyId: rows[0]!.id })
  const nothing = await own.post('/records/contact', {
    name: 'x',
    companyId: '01890000-0000-7000-8000-000000000000',
  })
  expect(foreign.status).toBe(nothing.status)
  expect(foreign.body.code).toBe(nothing.body.code)
})

test('no event of another workspace comes', { timeout: 60_000 }, async () => {
  const stream = await listenAs(server, own)
  const user = (await rival.get('/records/user')).records[0]!.id
  const { id } = (await rival.post('/records/company', { name: `${secret} later`, ownerId: user })).record
  await rival.patch(`/records/company/${id}`, { name: `${secret} changed` })
  await rival.put('/preferences/x', { later: secret })
  await rival.put('/presence', { tab: id, object: 'company', id })
  await rival.post('/views', { object: 'company', name: `${secret} second view`, shared: true })
  await rival.post(`/objects/${object}/fields`, { name: 'later', type: 'text', label: secret })
  await rival.delete(`/records/company/${id}`)
  const last = (await own.post('/records/company', { name: 'the last' })).record.id
  await stream.next(({ event, data }) => event === 'change' && JSON.stringify(data).includes(last))
  expect(leaks(JSON.stringify(stream.seen), '')).toEqual([])
  // Nothing but what was done here: the record, and nothing in the name of somebody else.
  expect(stream.seen.filter(({ event }) => event === 'change')).toHaveLength(1)
  expect(
    stream.seen.some(({ event }) => ['views', 'preferences', 'presence', 'metadata'].includes(event)),
  ).toBe(false)
  stream.close()
})

test('a key of one workspace opens no other, whatever its headers say', async () => {
  const { key } = (await rival.post('/auth/keys', { name: 'mine' })).body
  const program = server.client({ authorization: `Bearer ${key}` })
  const [{ id: ownWorkspace } = { id: '' }] = (await server.kith.registry.list()).filter(
    ({ id }) => id !== other.id,
  )
  for (const headers of [
    { 'x-workspace': ownWorkspace },
    { 'x-tenant-id': ownWorkspace },
    { workspace: ownWorkspace },
    { cookie: String(own.headers.cookie) },
    { 'view-as': (await own.get('/records/user')).records[0]!.id },
  ]) {
    const { text } = await program.get('/records/company', {}, headers as unknown as Record<string, string>)
    expect(text).not.toContain('the last')
  }
  expect((await rival.post('/auth/workspace', { workspaceId: ownWorkspace })).status).toBe(403)
})
