import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, firstRun, openBrowser } from './testing/browser.ts'
import { startAuth } from './testing/start-auth.ts'
import { type FoundedAuth, startFounded } from './testing/start-founded.ts'

let server: FoundedAuth
let browser: Browser

beforeAll(async () => {
  server = await startFounded()
  browser = server.owner
})
afterAll(() => server.stop())

const withKey = (key: string) => server.auth.authenticate({ authorization: `Bearer ${key}` })

test('a key works until it is revoked, and is shown once', async () => {
  const made = await browser.post('keys', { name: ' 导出 ' })
  expect(made.status).toBe(201)
  const { key, id } = made.body
  expect(key).toMatch(/^kith_[0-9A-Za-z]{43}$/)
  const person = (await server.auth.authenticate({ cookie: browser.cookie }))!
  const identity = await withKey(key)
  expect(identity).toMatchObject({ kind: 'key', keyId: id, userId: person.userId, role: 'admin' })
  expect(identity!.actorId).not.toBe(person.actorId)

  const { body } = await browser.get('keys')
  expect(body.data).toEqual([
    {
      id,
      name: '导出',
      start: key.slice(0, 11),
      createdAt: expect.stringMatching(/^\d{4}-.*T.*Z$/),
      lastUsedAt: expect.stringMatching(/Z$/),
      lastAddress: null,
      expiresAt: expect.stringMatching(/Z$/),
      role: null,
      readOnly: false,
      objects: null,
    },
  ])
  expect((await browser.delete(`keys/${id}`)).status).toBe(204)
  expect(await withKey(key)).toBeNull()
  expect((await browser.get('keys')).body.data).toEqual([])
  expect((await browser.delete(`keys/${id}`)).status).toBe(404)
  expect((await browser.delete('keys/nothing')).status).toBe(404)
})

test('the database holds no key', async () => {
  const { key } = (await browser.post('keys', { name: 'Secret' })).body
  const { rows } = await server.pool.query<{ text: string }>('select api_key::text text from kith.api_key')
  expect(rows.some(({ text }) => text.includes(key.slice(11)))).toBe(false)
})

test('the last use is written at most once a minute', async () => {
  const { key, id } = (await browser.post('keys', { name: 'Use' })).body
  const used = async (set?: string) => {
    const { rows } = await server.pool.query<{ used: string }>(
      set === undefined
        ? 'select last_used_at used from kith.api_key where id = $1'
        : `update kith.api_key set last_used_at = now() - interval '${set}' where id = $1 returning last_used_at used`,
      [id],
    )
    return rows[0]!.used
  }
  const recent = await used('50 seconds')
  await withKey(key)
  expect(await used()).toBe(recent)
  const older = await used('70 seconds')
  const fresh = await startAuth(server.url)
  await fresh.auth.authenticate({ authorization: `Bearer ${key}` })
  await fresh.stop()
  expect((await used()) > older).toBe(true)
})

test.each([
  '',
  'Bearer',
  'Bearer ',
  'Bearer kith_',
  `Bearer kith_${'a'.repeat(43)}`,
  `Bearer kith_${'a'.repeat(42)}\0`,
  `Basic kith_${'a'.repeat(43)}`,
])('the header %j proves nobody, whatever cookie comes along', async (authorization) => {
  expect(await server.auth.authenticate({ authorization, cookie: browser.cookie })).toBeNull()
})

test('a key needs no page of ours, and may not make keys or change the password', async () => {
  const { key } = (await browser.post('keys', { name: 'Program' })).body
  const headers = { authorization: `Bearer ${key}`, 'sec-fetch-site': 'cross-site' }
  const program = openBrowser(server.app)
  expect((await program.post('keys', { name: 'More' }, headers)).body.code).toBe('not_permitted')
  const passwords = { currentPassword: firstRun.password, newPassword: 'taken over' }
  expect((await program.post('password', passwords, headers)).body.code).toBe('not_permitted')
  const person = { name: '赵云', mobile: '13700000000', password: 'hero of changshan', role: 'member' }
  expect((await program.post('members', person, headers)).status).toBe(201)
})

test('a key is its owner’s alone', async () => {
  const { id } = (await browser.post('keys', { name: 'Mine' })).body
  const colleague = openBrowser(server.app)
  await browser.post('members', {
    name: 'Bo',
    email: 'bo@example.com',
    password: 'quite a colleague',
    role: 'member',
  })
  await colleague.post('sign-in', { identifier: 'bo@example.com', password: 'quite a colleague' })
  expect((await colleague.get('keys')).body.data).toEqual([])
  expect((await colleague.delete(`keys/${id}`)).status).toBe(404)
  expect((await colleague.get('members/keys')).status).toBe(403)
  expect((await openBrowser(server.app).get('keys')).status).toBe(401)
})

test('who has the right to people sees the keys of all, and revokes them', async () => {
  const colleague = openBrowser(server.app)
  await colleague.post('sign-in', { identifier: 'bo@example.com', password: 'quite a colleague' })
  const { id, key } = (await colleague.post('keys', { name: 'Of Bo' })).body
  const { data } = (await browser.get('members/keys')).body as unknown as {
    data: { id: string; owner: { name: string } }[]
  }
  expect(data.find((one) => one.id === id)?.owner.name).toBe('Bo')
  expect((await browser.delete(`keys/${id}`)).status).toBe(204)
  expect(await withKey(key)).toBeNull()
})

test.each([{ name: '' }, { name: 'a\0b' }, { name: 5 }, {}, { name: 'x', role: 'admin' }])(
  'refuses the key %j',
  async (body) => {
    expect((await browser.post('keys', body)).status).toBe(400)
  },
)

test('only a member has keys', async () => {
  const outsider = await server.auth.createAccount({
    name: 'O',
    email: 'o@example.com',
    password: 'nobody special',
  })
  const { workspaceId, actorId } = (await server.auth.authenticate({ cookie: browser.cookie }))!
  const key = server.auth.createKey({
    ...{ accountId: outsider.id, workspaceId, actorId, name: 'x' },
    ...{ grant: { roleId: null, readOnly: false, objects: null }, expiresInDays: null },
  })
  await expect(key).rejects.toMatchObject({ code: 'no_workspace' })
})

test('a key ends by itself, and is then as one that was revoked', async () => {
  const { key, id, expiresAt } = (await browser.post('keys', { name: 'Short', expiresInDays: 30 })).body
  expect(Math.round((Date.parse(expiresAt ?? '') - Date.now()) / 86_400_000)).toBe(30)
  const never = (await browser.post('keys', { name: 'Long', expiresInDays: null })).body
  expect(never.expiresAt).toBeNull()
  expect((await browser.post('keys', { name: 'Odd', expiresInDays: 31 })).status).toBe(400)
  await server.pool.query(`update kith.api_key set expires_at = now() - interval '1 second' where id = $1`, [
    id,
  ])
  const fresh = await startAuth(server.url)
  expect(await fresh.auth.authenticate({ authorization: `Bearer ${key}` })).toBeNull()
  expect(await fresh.auth.authenticate({ authorization: `Bearer ${never.key}` })).not.toBeNull()
  await fresh.stop()
  expect(JSON.stringify((await browser.get('keys')).body.data)).not.toContain(id)
})

test('a key carries what it is narrowed to, and from where it was used', async () => {
  const roleId = '0199c0de-0000-7000-8000-000000000001'
  const { key } = (await browser.post('keys', { name: 'Narrow', roleId, readOnly: true, objects: ['deal'] }))
    .body
  const headers = { authorization: `Bearer ${key}` }
  expect(await server.auth.authenticate(headers, { address: '192.0.2.7' })).toMatchObject({
    grant: { roleId, readOnly: true, objects: ['deal'] },
  })
  const { data } = (await browser.get('keys')).body
  expect(data[0]).toMatchObject({ lastAddress: '192.0.2.7', readOnly: true, objects: ['deal'] })
})
