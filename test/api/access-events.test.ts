import { afterAll, beforeAll, expect, test } from 'vitest'
import { listenAs, type StreamEvent } from '#test/support/event-stream.ts'
import { ownId } from '#test/support/own-id.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const news = ({ event }: StreamEvent) => event === 'access' || event === 'metadata'

test('who reaches other records than before is told so, who may know other fields that too, and nobody else', async () => {
  const admin = await server.addMember('Ada', 'admin')
  const [lin, bo] = [await server.addMember('Lin', 'member'), await server.addMember('Bo', 'member')]
  const [hers, his] = [await listenAs(server, lin), await listenAs(server, bo)]
  const company = (await admin.post('/records/company', { name: 'Shared' })).record
  const grantee = { kind: 'user', id: await ownId(lin) }
  await admin.put(`/records/company/${company.id}/shares`, { grantee, level: 'read' })
  expect(await hers.next(({ data }) => data.object === 'company' && data.seq === undefined)).toMatchObject({
    event: 'access',
    data: { object: 'company' },
  })
  const team = (await admin.post('/records/team', { name: 'East' })).record
  await admin.patch(`/records/user/${grantee.id}`, { teamId: team.id })
  expect(await hers.next(news)).toMatchObject({ event: 'access' })
  const reader = (await admin.get('/roles')).records.find((role) => role.key === 'readOnly')!
  await admin.put(`/role-assignments/${await ownId(bo)}`, { roleIds: [reader.id] })
  await his.next(({ event }) => event === 'metadata')
  // The first share of an object is news for every process: whoever may reach it knows to look.
  expect(his.seen.filter(news).map(({ event }) => event)).toEqual(['access', 'metadata'])
  hers.close()
  his.close()
})
