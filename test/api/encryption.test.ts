import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

/** Files of the database and of the log that it writes ahead, wherever they hold one of the texts. */
async function filesWith(texts: readonly string[]): Promise<string[]> {
  await server.pool.query('checkpoint')
  const { rows } = await server.pool.query<{ folder: string; oid: string }>(
    // The embedded database may know its folder by its own process alone.
    `select replace(current_setting('data_directory'), '/proc/self/', '/proc/' || pg_backend_pid() || '/') as folder, (select oid from pg_database where datname = current_database())::text as oid`,
  )
  const { folder, oid } = rows[0]!
  const files = [join(folder, 'base', oid), join(folder, 'pg_wal')].flatMap((path) =>
    readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(path, entry.name)),
  )
  return files.filter((file) => {
    const bytes = readFileSync(file)
    return texts.some((text) => bytes.includes(text))
  })
}

test('the values of an encrypted field stand in no file of the database, and in no log', {
  timeout: 60_000,
}, async () => {
  const { session } = server
  const plain = 'PLAIN-31415926535897'
  const [first, second, asked] = ['SEALED-27182818284590', 'SEALED-14142135623730', 'SEALED-17320508075688']
  const made = await session.post('/objects/contact/fields', {
    name: 'passport',
    type: 'text',
    encrypted: true,
    unique: true,
  })
  expect(made.status, made.text).toBe(201)
  const { id } = (await session.post('/records/contact', { name: plain, passport: first })).record
  expect((await session.patch(`/records/contact/${id}`, { passport: second })).record.passport).toBe(second)
  await session.post('/records/contact', { name: 'x', passport: second }, { 'idempotency-key': 'k1' })
  await session.post('/records/contact/bulk', { filter: `passport = "${asked}"`, values: { jobTitle: 'x' } })
  await session.get('/records/contact/export', { filter: `passport = "${asked}"` })
  expect((await session.get('/records/contact', { filter: `passport = "${second}"` })).records).toHaveLength(
    1,
  )
  await session.post('/views', {
    object: 'contact',
    name: 'By passport',
    definition: { filter: `passport = "${asked}"` },
  })
  await session.post('/sharing-rules', {
    object: 'contact',
    name: 'By passport',
    condition: `passport = "${asked}"`,
    grantee: { kind: 'everybody' },
    level: 'read',
  })
  await session.delete(`/records/contact/${id}`)
  // What is looked for would be found: a plain field’s value is.
  expect(await filesWith([plain])).not.toEqual([])
  expect(await filesWith([first, second, asked])).toEqual([])
  expect(JSON.stringify(server.logged)).not.toMatch(/SEALED-/)
})

test.each([
  [
    '/views',
    { object: 'contact', name: 'x', definition: { filter: 'passport = "1"' } },
    '/definition/filter',
  ],
  [
    '/sharing-rules',
    {
      object: 'contact',
      name: 'x',
      condition: 'passport = "1"',
      grantee: { kind: 'everybody' },
      level: 'read',
    },
    '/condition',
  ],
])('a condition that %s keeps names no value of it', async (path, body, place) => {
  const answer = await server.session.post(path, body)
  expect(
    answer.body.errors?.map((issue) => [issue.path, issue.code]),
    answer.text,
  ).toEqual([[place, 'encrypted_value_kept']])
})

test.each([
  [{ name: 'stage2', type: 'select', options: ['a'], encrypted: true }, '/encrypted', 'not_encryptable'],
  [{ name: 'friend', type: 'relation', to: 'contact', encrypted: true }, '/encrypted', 'not_encryptable'],
])('%j is refused', async (field, path, code) => {
  const answer = await server.session.post('/objects/contact/fields', field)
  expect(
    answer.body.errors?.map((issue) => [issue.path, issue.code]),
    answer.text,
  ).toEqual([[path, code]])
})

test('whether a field is encrypted is settled when it is made', async () => {
  expect(
    (await server.session.patch('/objects/contact/fields/passport', { encrypted: false })).body.code,
  ).toBe('encryption_settled')
  expect(
    (await server.session.patch('/objects/contact/fields/jobTitle', { encrypted: true })).body.code,
  ).toBe('encryption_settled')
  expect((await server.session.patch('/objects/contact/fields/passport', { label: 'Passport' })).status).toBe(
    200,
  )
})
