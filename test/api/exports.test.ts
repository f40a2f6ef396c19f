import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
let client: Client
let ids: readonly string[]

beforeAll(async () => {
  server = await startTestServer()
  client = server.session
  const names = Array.from({ length: 400 }, (_, index) => ({ name: `Company ${index}` }))
  const { records } = await client.post('/records/company', names)
  ids = records.map(({ id }) => String(id))
})
afterAll(() => server.stop())

const lines = (text: string) => text.replace('\uFEFF', '').trimEnd().split('\r\n')

test('more records than an address can name are exported, and they alone', async () => {
  const chosen = ids.slice(0, 350)
  const answer = await client.post('/records/company/export', {
    ids: chosen,
    format: 'csv',
    fields: 'name',
    sort: 'name',
  })
  expect(answer.status, answer.text).toBe(200)
  expect(answer.headers['content-type']).toContain('text/csv')
  expect(answer.headers['content-disposition']).toContain('attachment')
  const [, ...rows] = lines(answer.text)
  expect(rows.toSorted()).toEqual(chosen.map((_, index) => `Company ${index}`).toSorted())
})

test('an export by body reads as the one by address does', async () => {
  const given = { format: 'csv', fields: 'name', sort: '-name', filter: 'startsWith(name, "Company 1")' }
  const [asked, posted] = await Promise.all([
    client.get('/records/company/export', given),
    client.post('/records/company/export', given),
  ])
  expect(posted.text).toBe(asked.text)
  expect(lines(posted.text).length).toBeGreaterThan(100)
})

test('what is no id, and what is no member of the request, is refused with its place', async () => {
  for (const [body, path] of [
    [{ ids: ['x'] }, '/ids/0'],
    [{ limit: 5 }, '/limit'],
  ] as const) {
    const answer = await client.post('/records/company/export', body)
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path }] } })
  }
})
