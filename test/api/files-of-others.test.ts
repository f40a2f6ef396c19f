import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type Client, startTestServer, type TestServer } from '#test/support/server.ts'
import { upload } from '#test/support/upload.ts'

let server: TestServer
let admin: Client

beforeAll(async () => {
  server = await startTestServer()
  admin = server.session
})
afterAll(() => server.stop())

test('a file of another workspace is one that does not exist', async () => {
  const rival = await server.addMember('Rival', 'member')
  const place = { language: 'en', timeZone: 'Asia/Shanghai', currency: 'CNY' }
  expect((await rival.post('/auth/workspaces', { workspaceName: 'Rival Ltd', ...place })).status).toBe(201)
  const theirs = await upload(rival, 'what only the rival knows')
  await rival.post('/records/company', { name: 'Theirs', description: `[note](file:${theirs})` })
  const nobodys = '01890000-0000-7000-8000-000000000000'
  expect((await rival.get(`/files/${theirs}`)).text).toContain('only the rival')
  await admin.post('/objects/company/fields', { name: 'papers', type: 'file' })

  const plain = ({ status, text }: Answer, id: string): string =>
    `${status} ${text.replaceAll(id, 'ID').replace(/"requestId":"[^"]*"/, '')}`
  const asked: readonly ((id: string) => Promise<Answer>)[] = [
    (id) => admin.get(`/files/${id}`),
    (id) => admin.get(`/records/file/${id}`),
    (id) => admin.get('/records/file', { filter: `id = "${id}"` }),
    (id) => admin.post('/records/activity', { kind: 'note', subject: 'x', fileIds: [id] }),
    (id) => admin.post('/imports', { object: 'company', fileId: id }),
  ]
  for (const [index, ask] of asked.entries())
    expect(plain(await ask(theirs), theirs), String(index)).toBe(plain(await ask(nobodys), nobodys))

  // A text may say anything; what it says opens nothing.
  for (const values of [{ description: `[note](file:${theirs})` }, { papers: theirs }]) {
    const linked = await admin.post('/records/company', { name: 'Ours', ...values })
    const [name] = Object.keys(values)
    const unknown = await admin.post('/records/company', {
      name: 'Ours',
      [name!]: Object.values(values)[0]!.replace(theirs, nobodys),
    })
    expect(linked.status).toBe(unknown.status)
    expect((await admin.get(`/files/${theirs}`)).status).toBe(404)
  }
  expect((await admin.get(`/files/${theirs}`)).text).not.toContain('only the rival')
})

test('with another’s eyes files are theirs too, by the address alone', async () => {
  const lin = await server.addMember('Lin', 'member')
  const linId = (await admin.get('/records/user', { filter: 'name = "Lin"' })).records[0]!.id
  const fresh = await upload(admin, 'not used yet')
  const carried = await upload(admin, 'carried')
  await admin.post('/records/company', { name: 'Carrier', description: `[note](file:${carried})` })
  const as = { viewAs: linId }
  const codes = async (client: Client, query: Record<string, string> = {}) => [
    (await client.get(`/files/${fresh}`, query)).status,
    (await client.get(`/files/${carried}`, query)).status,
  ]
  expect(await codes(admin)).toEqual([200, 200])
  expect(await codes(lin)).toEqual([404, 200])
  expect(await codes(admin, as)).toEqual([404, 200])
  expect(await codes(lin, as)).toEqual([403, 403])
  expect((await admin.get(`/files/${carried}`, { viewAs: 'nobody' })).status).toBe(400)
  expect((await server.stranger.get(`/files/${carried}`, as)).status).toBe(401)
  // Nothing else is asked for so.
  expect((await admin.get('/records/company', as)).status).toBe(400)
  expect((await admin.get('/audit', { kinds: 'viewedAs' })).records).toHaveLength(1)
})
