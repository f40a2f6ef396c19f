import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRecords } from '#server/core/records/index.ts'
import { createWorkspaceFor } from '#server/members.ts'
import type { Permissions } from '#shared/access/permissions.ts'
import type { Contract } from '#shared/operations/contract.ts'
import { ask, canBeTried } from '#test/support/ask.ts'
import { everything, ownRecords } from '#test/support/permissions.ts'
import { type Client, startTestServer, type TestServer } from '#test/support/server.ts'

/**
 * Every route that the server has, held against every kind of asker and record: a new one is tried by being there. Bodies and
 * queries are made from its contract.
 */
let server: TestServer
let contracts: readonly Contract[]
let administratorOfAll: Client
let lin: Client
let reader: Client
/** Ids of companies by whose they are. */
let records: Readonly<Record<'own' | 'team' | 'foreign' | 'tenant', string>>

/** Stands in every record that Lin must not learn of. */
const secret = 'Geheim-7f3a'
const limited: Permissions = {
  ...everything,
  rights: [],
  usual: ownRecords,
}

beforeAll(async () => {
  server = await startTestServer()
  administratorOfAll = server.session
  lin = await server.addMember('Lin', 'member')
  reader = await server.addMember('Rea', 'member')
  const users = (await administratorOfAll.get('/records/user')).records
  const idOf = (name: string) => users.find((user) => user.name === name)!.id
  const role = await administratorOfAll.post('/roles', { name: 'Own records', permissions: limited })
  expect(role.status, role.text).toBe(201)
  const readOnly = (await administratorOfAll.get('/roles')).records.find(({ key }) => key === 'readOnly')!
  await administratorOfAll.put(`/role-assignments/${idOf('Lin')}`, { roleIds: [role.record.id] })
  await administratorOfAll.put(`/role-assignments/${idOf('Rea')}`, { roleIds: [readOnly.id] })
  const foreign = (await administratorOfAll.post('/records/company', { name: `${secret} foreign` })).record
  const team = (await administratorOfAll.post('/records/company', { name: `${secret} team` })).record
  const own = (await administratorOfAll.post('/records/company', { name: 'Lin’s', ownerId: idOf('Lin') }))
    .record
  await administratorOfAll.post('/records/activity', {
    kind: 'note',
    subject: `${secret} note`,
    regarding: [{ object: 'company', id: foreign.id }],
  })
  await administratorOfAll.post('/records/task', { subject: `${secret} task` })
  const { kith } = server
  const other = await kith.systemContext(await createWorkspaceFor(kith, 'other', 'Other', 'en'))
  const { ids } = await createRecords(other, 'company', [{ name: `${secret} of another tenant` }])
  records = { own: own.id, team: team.id, foreign: foreign.id, tenant: ids[0]! }
  contracts = server.http.contracts
  expect((await lin.get('/records/company')).records).toHaveLength(1)
})
afterAll(() => server.stop())

const tried = (): Contract[] => contracts.filter(canBeTried)

test('there are contracts of every room', () => {
  const names = contracts.map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining(['record.list', 'record.bulk', 'role.create', 'share.set', 'view.list']),
  )
  expect(names.length).toBeGreaterThan(60)
})

test('a stranger is asked to sign in, wherever not everybody may ask', async () => {
  for (const contract of contracts.filter(({ permission }) => permission !== 'anyone')) {
    const { status } = await ask(server.stranger, contract, records.foreign)
    // What is wrong with a request is told before it is known who asks; nothing is done for it.
    expect([400, 401, 415], contract.name).toContain(status)
  }
})

test('what takes a right is refused to who lacks it, and nothing is changed', async () => {
  const before = await server.countChanges()
  const guarded = contracts.filter(({ permission }) => !['anyone', 'member', undefined].includes(permission))
  expect(guarded.length).toBeGreaterThan(10)
  for (const contract of guarded) {
    const { status, text } = await ask(lin, contract, records.own)
    expect([400, 403], `${contract.name} ${text}`).toContain(status)
  }
  expect(await server.countChanges()).toBe(before)
})

describe.each(['foreign', 'team', 'tenant'] as const)('a record that is %s', (whose) => {
  test('is there for no route that takes its id', async () => {
    const before = await server.countChanges()
    for (const contract of tried().filter(({ path, body }) => path.includes(':id') || namesIds(body))) {
      const answer = await ask(lin, contract, records[whose])
      expect(answer.text, contract.name).not.toContain(secret)
      if (contract.path.startsWith('/records/:object'))
        expect(answer.status, `${contract.name} ${answer.text}`).toBeGreaterThanOrEqual(
          silent.has(contract.name) ? 200 : 400,
        )
    }
    expect(await server.countChanges()).toBe(before)
  })
})

/** Routes over many records that leave out, without a word, what they do not reach. */
const silent: ReadonlySet<string> = new Set(['record.bulk', 'record.export', 'record.exportChosen'])
const namesIds = (schema: Contract['body']): boolean =>
  Object.keys((schema as { properties?: object } | undefined)?.properties ?? {}).includes('ids')

test('nothing of an unseen record is in any other answer', async () => {
  const answered: string[] = []
  for (const contract of tried()) {
    const { status, text } = await ask(lin, contract, records.own)
    if (status < 300) answered.push(contract.name)
    expect(text, contract.name).not.toContain(secret)
    expect(text, contract.name).not.toContain(records.foreign)
    expect(text, contract.name).not.toContain(records.tenant)
  }
  // A refusal tells nothing anyway: most routes have to answer for this to mean anything.
  expect(answered).toEqual(
    expect.arrayContaining(['record.list', 'record.get', 'change.list', 'record.timeline']),
  )
  expect(answered.length, answered.join(' ')).toBeGreaterThan(25)
})

test('who may only read changes nothing by any route', async () => {
  const before = await server.countChanges()
  for (const contract of tried().filter(
    ({ method, path }) => method !== 'GET' && path.startsWith('/records/'),
  )) {
    const answer = await ask(reader, contract, records.foreign)
    if (!reading.has(contract.name))
      expect([400, 403, 422], `${contract.name} ${answer.status} ${answer.text}`).toContain(answer.status)
  }
  expect(await server.countChanges()).toBe(before)
})

/** Questions that are too long for an address. */
const reading: ReadonlySet<string> = new Set(['record.aggregate'])

test('no member of the system is anybody’s to write', async () => {
  const before = (await administratorOfAll.get(`/records/company/${records.own}`)).record
  for (const member of [
    'createdAt',
    'createdBy',
    'updatedAt',
    'updatedBy',
    'teamId',
    'version',
    'deletedAt',
    'roleId',
    'workspace',
    '__proto__',
    'constructor',
  ]) {
    const body = `{"${member}":"01890000-0000-7000-8000-000000000000"}`
    const answer = await administratorOfAll.send('PATCH', `/records/company/${records.own}`, body)
    expect(answer.status, `${member} ${answer.text}`).toBe(400)
  }
  expect((await administratorOfAll.get(`/records/company/${records.own}`)).record).toEqual(before)
})
