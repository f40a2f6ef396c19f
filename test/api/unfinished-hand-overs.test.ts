import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { recordAudit } from '#server/core/audit/index.ts'
import type { Context } from '#server/core/context.ts'
import { endLeft, finishHandOvers } from '#server/core/people/index.ts'
import { createLog } from '#server/platform/log/index.ts'
import { peopleOf } from '#test/support/people.ts'
import { type Client, type Row, startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
let administrator: Client
let workspace: Context['workspace']
const log = createLog('silent')

beforeAll(async () => {
  server = await startTestServer()
  administrator = server.session
  const [row] = await server.kith.registry.list()
  workspace = await server.kith.registry.get(row!.id)
})
afterAll(() => server.stop())
beforeEach(() => vi.restoreAllMocks())

const { idOf } = peopleOf(() => server)
const system = () => server.kith.systemContext(workspace)
const finish = () => finishHandOvers(workspace, system, log)

/** A member with so many companies. */
async function memberWithRecords(name: string, count = 3): Promise<string> {
  const client = await server.addMember(name, 'member')
  const rows = Array.from({ length: count }, (_, index) => ({ name: `of ${name} ${index}` }))
  expect((await client.post('/records/company', rows)).status).toBe(201)
  return idOf(name)
}

async function member(name: string): Promise<string> {
  await server.addMember(name, 'member')
  return idOf(name)
}

async function deactivate(id: string): Promise<void> {
  const ended = await administrator.post(`/auth/members/${id}/deactivate`, {})
  expect(ended.status, ended.text).toBe(200)
}

/** As a server leaves it that ends before anything was given: the log says to whom. */
const decideAndCrash = async (record: string, to: string): Promise<unknown> =>
  recordAudit(await system(), { kind: 'memberDeactivated', object: 'user', record, details: { to } })

const owned = async (id: string): Promise<number> =>
  (await administrator.get('/records/company', { filter: `ownerId = "${id}"` })).records.length

const handedOver = async (id: string): Promise<readonly Row[]> =>
  (await administrator.get('/audit', { kinds: 'recordsHandedOver' })).records.filter(
    ({ record }) => record === id,
  )

test('what its server did not outlive is finished by the next one, once', async () => {
  const [eli, fay] = [await memberWithRecords('Eli'), await member('Fay')]
  await deactivate(eli)
  await decideAndCrash(eli, fay)
  const [first] = (await administrator.get('/records/company', { filter: `ownerId = "${eli}"` })).records
  await administrator.patch(`/records/company/${first!.id}`, { ownerId: fay })
  await finish()
  expect(await owned(fay)).toBe(3)
  const before = await server.countChanges()
  await finish()
  expect(await server.countChanges()).toBe(before)
  expect(await handedOver(eli)).toMatchObject([{ outcome: 'done', count: 2, details: { to: fay } }])
})

test('who came back and left again leaves nothing to whom the first decision named', async () => {
  const [gus, hal] = [await memberWithRecords('Gus'), await member('Hal')]
  await deactivate(gus)
  await decideAndCrash(gus, hal)
  expect((await administrator.post(`/auth/members/${gus}/reactivate`)).status).toBe(204)
  await deactivate(gus)
  await finish()
  expect([await owned(gus), await owned(hal)]).toEqual([3, 0])
})

test('of two decisions the later one counts', async () => {
  const [ida, jan, kay] = [await memberWithRecords('Ida'), await member('Jan'), await member('Kay')]
  await deactivate(ida)
  for (const receiver of [jan, kay]) await decideAndCrash(ida, receiver)
  await finish()
  expect([await owned(jan), await owned(kay)]).toEqual([0, 3])
})

test('several who finish it at the same time tell of it once, with all of it', async () => {
  const [leo, mia] = [await memberWithRecords('Leo', 40), await member('Mia')]
  await deactivate(leo)
  await decideAndCrash(leo, mia)
  await Promise.all([finish(), finish(), finish()])
  expect(await handedOver(leo)).toMatchObject([{ outcome: 'done', count: 40 }])
})

test('while another process hands over, whoever asks is told so', async () => {
  const [ned, ole] = [await memberWithRecords('Ned'), await member('Ole')]
  const other = await server.pool.connect()
  const turn = [`kith hand-over ${workspace.id} ${ned}`]
  await other.query('select pg_advisory_lock(hashtextextended($1, 0))', turn)
  const asked = () => administrator.post(`/members/${ned}/hand-over`, { to: ole })
  const busy = await asked()
  expect([busy.status, busy.body.code]).toEqual([409, 'hand_over_busy'])
  await deactivate(ned)
  await decideAndCrash(ned, ole)
  await finish()
  expect(await owned(ned)).toBe(3)
  await other.query('select pg_advisory_unlock(hashtextextended($1, 0))', turn)
  other.release()
  expect((await asked()).record).toMatchObject({ count: 3 })
})

test('what nobody can take is told once, holds nobody else up, and waits for a decision', async () => {
  const [pia, quy, ria, sam] = [
    await memberWithRecords('Pia'),
    await member('Quy'),
    await memberWithRecords('Ria'),
    await member('Sam'),
  ]
  for (const id of [pia, quy, ria]) await deactivate(id)
  await decideAndCrash(pia, quy)
  await decideAndCrash(ria, sam)
  const warned = vi.spyOn(log, 'warn')
  await finish()
  await finish()
  const refused = { outcome: 'refused', details: { to: quy, reason: 'record_not_found' } }
  expect(await handedOver(pia)).toMatchObject([refused])
  expect(warned.mock.calls).toEqual([[expect.objectContaining({ member: pia }), expect.any(String)]])
  expect([await owned(pia), await owned(sam)]).toEqual([3, 3])
  expect((await administrator.post(`/members/${pia}/hand-over`, { to: sam })).record.count).toBe(3)
  await finish()
  expect(await handedOver(pia)).toHaveLength(2)
})

test('what fails without being refused is logged, and tried again', async () => {
  const [tom, uma] = [await memberWithRecords('Tom'), await member('Uma')]
  await deactivate(tom)
  await decideAndCrash(tom, uma)
  const failed = vi.spyOn(log, 'error')
  await finishHandOvers(workspace, async () => Promise.reject(new Error('no database')), log)
  expect(failed.mock.calls).toEqual([[expect.objectContaining({ member: tom }), expect.any(String)]])
  expect(await handedOver(tom)).toEqual([])
  await finish()
  expect(await owned(uma)).toBe(3)
})

test('who was made inactive by a server that went no further is out with the next one, and nobody else', async () => {
  const [pat, quo] = [await member('Pat'), await member('Quo')]
  await server.pool.query(`update ${server.schema}."user" set is_active = false where id = $1`, [pat])
  const ended: string[] = []
  const account = { email: null, mobile: null, lastSignInAt: null, active: true }
  await endLeft(workspace, {
    accountsIn: async () => [pat, quo].map((id) => ({ ...account, id })),
    end: async (_, id) => void ended.push(id),
  })
  expect(ended).toEqual([pat])
})
