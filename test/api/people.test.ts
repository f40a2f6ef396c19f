import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listenAs } from '#test/support/event-stream.ts'
import { peopleOf } from '#test/support/people.ts'
import { ownRecords } from '#test/support/permissions.ts'
import { type Client, founder, startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
let administratorOfAll: Client

beforeAll(async () => {
  server = await startTestServer()
  administratorOfAll = server.session
})
afterAll(() => server.stop())

const { idOf, roleWith, memberWith, roleNamed, cookiesOf } = peopleOf(() => server)
const stranger = (name: string) => ({ name, email: `${name}@example.com`, password: founder.password })

test('who bears the right adds members without being an administrator, and nobody above themselves', async () => {
  const hana = await memberWith('Hana', [await roleWith('Staff', ['people'])])
  expect((await hana.post('/auth/members', { ...stranger('ivo'), role: 'member' })).status).toBe(201)
  const above = await hana.post('/auth/members', { ...stranger('jan'), role: 'admin' })
  expect([above.status, above.body.code]).toEqual([403, 'beyond_own_access'])
  expect((await administratorOfAll.get('/auth/members')).text).not.toContain('jan@')
})

test('who sees less cannot let in who sees more', async () => {
  const kei = await memberWith('Kei', [await roleWith('Narrow staff', ['people'], { usual: ownRecords })])
  const refused = await kei.post('/auth/members', { ...stranger('lea'), role: 'member' })
  expect([refused.status, refused.body.code]).toEqual([403, 'beyond_own_access'])
})

test('an administrator whose role was withdrawn adds nobody, whatever they joined as', async () => {
  const nia = await server.addMember('Nia', 'admin')
  expect((await nia.post('/auth/members', { ...stranger('oda'), role: 'member' })).status).toBe(201)
  const readOnly = (await administratorOfAll.get('/roles')).records.find(({ key }) => key === 'readOnly')!
  await administratorOfAll.put(`/role-assignments/${await idOf('Nia')}`, { roleIds: [readOnly.id] })
  const refused = await nia.post('/auth/members', { ...stranger('per'), role: 'member' })
  expect([refused.status, refused.body.code]).toEqual([403, 'not_permitted'])
})

test('nobody sets the password of who may do more than they', async () => {
  const quin = await memberWith('Quin', [await roleWith('Desk', ['people'])])
  const reset = async (name: string) =>
    quin.post(`/auth/members/${await idOf(name)}/password`, { password: 'another one 123' })
  await server.addMember('Rosa', 'admin')
  expect((await reset('Rosa')).body.code).toBe('member_has_more')
  const stays = await server.stranger.post('/auth/sign-in', {
    identifier: 'rosa@example.com',
    password: founder.password,
  })
  expect(stays.status).toBe(200)
  await server.addMember('Sue', 'member')
  expect((await reset('Sue')).status).toBe(204)
})

describe('who leaves', () => {
  test('is out at once, with streams and keys, and what they had is another’s, in the change log by who did it', async () => {
    const [ada, bo] = [await server.addMember('Ada', 'member'), await server.addMember('Bo', 'member')]
    const [adaId, boId] = [await idOf('Ada'), await idOf('Bo')]
    const company = (await ada.post('/records/company', { name: 'Ada’s' })).record
    const task = (await ada.post('/records/task', { subject: 'to do', assigneeId: adaId })).record
    const done = (
      await ada.post('/records/task', { subject: 'done', assigneeId: adaId, status: 'done', ownerId: boId })
    ).record
    const key = (await ada.post('/auth/keys', { name: 'sync' })).body.key as string
    const stream = await listenAs(server, ada)
    const counted = await administratorOfAll.get(`/members/${adaId}/hand-over`)
    expect(counted.record.parts).toEqual(
      expect.arrayContaining([
        { object: 'company', what: 'owned', count: 1 },
        { object: 'task', what: 'owned', count: 1 },
        { object: 'task', what: 'assigned', count: 1 },
      ]),
    )
    const ended = await administratorOfAll.post(`/auth/members/${adaId}/deactivate`, { handOverTo: boId })
    expect(ended.status, ended.text).toBe(200)
    expect(ended.record.count).toBe(3)
    await expect(stream.next(() => false)).rejects.toThrow('the stream ended')
    expect((await ada.get('/auth/session')).status).toBe(401)
    const program = server.client({ authorization: `Bearer ${key}` })
    expect((await program.get('/records/company')).status).toBe(401)
    const after = (await administratorOfAll.get(`/records/company/${company.id}`)).record
    expect(after.ownerId).toBe(boId)
    const [change] = (await administratorOfAll.get(`/records/company/${company.id}/changes`)).records
    expect(change).toMatchObject({ actor: { name: founder.name } })
    expect((await bo.get(`/records/task/${task.id}`)).record).toMatchObject({
      ownerId: boId,
      assigneeId: boId,
    })
    expect((await bo.get(`/records/task/${done.id}`)).record.assigneeId).toBe(adaId)
    expect((await administratorOfAll.get(`/records/user/${adaId}`)).record.isActive).toBe(false)

    const back = await administratorOfAll.post(`/auth/members/${adaId}/reactivate`)
    expect(back.status, back.text).toBe(204)
    const signedIn = await server.stranger.post('/auth/sign-in', {
      identifier: 'ada@example.com',
      password: founder.password,
    })
    expect(signedIn.status).toBe(200)
    expect((await program.get('/records/company')).status).toBe(401)
  })

  test('a hand-over that was interrupted goes on, and again changes nothing', async () => {
    const [cleo, dan] = [await server.addMember('Cleo', 'member'), await server.addMember('Dan', 'member')]
    const [cleoId, danId] = [await idOf('Cleo'), await idOf('Dan')]
    const rows = Array.from({ length: 3 }, (_, index) => ({ name: `of Cleo ${index}` }))
    const made = (await cleo.post('/records/company', rows)).records
    // As it stands after the first object of several.
    await administratorOfAll.patch(`/records/company/${made[0]!.id}`, { ownerId: danId })
    const handed = await administratorOfAll.post(`/members/${cleoId}/hand-over`, { to: danId })
    expect(handed.record).toMatchObject({ count: 2 })
    const before = await server.countChanges()
    const again = await administratorOfAll.post(`/members/${cleoId}/hand-over`, { to: danId })
    expect(again.record).toMatchObject({ parts: [], count: 0 })
    expect(await server.countChanges()).toBe(before)
    expect((await dan.get('/records/company', { filter: `ownerId = "${danId}"` })).records).toHaveLength(3)
  })

  test('nobody ends who may do more than they, whether by deactivating or by handing over', async () => {
    const gil = await memberWith('Gil', [await roleWith('Front desk', ['people'])])
    const me = await idOf(founder.name)
    for (const [path, body] of [
      [`/auth/members/${me}/deactivate`, {}],
      [`/members/${me}/hand-over`, { to: await idOf('Gil') }],
    ] as const)
      expect((await gil.post(path, body)).body.code).toBe('member_has_more')
    expect((await gil.get(`/members/${me}/hand-over`)).body.code).toBe('member_has_more')
  })
})

describe('records of members and teams', () => {
  test('say of themselves what everybody may say, and of activity nothing that is not so', async () => {
    const ira = await server.addMember('Ira', 'member')
    const id = await idOf('Ira')
    expect((await ira.patch(`/records/user/${id}`, { jobTitle: 'CEO' })).status).toBe(403)
    const own = await ira.patch('/profile', { name: 'Ira B.', language: 'zh-TW', timeZone: 'Asia/Taipei' })
    expect(own.record).toMatchObject({ name: 'Ira B.', language: 'zh-TW' })
    expect((await ira.get('/auth/session')).body.account).toMatchObject({ name: 'Ira B.' })
    for (const more of [{ teamId: null }, { isActive: false }, { id: await idOf('Bo') }, { managerId: null }])
      expect((await ira.patch('/profile', { name: 'x', ...more })).status).toBe(400)
    const ended = await administratorOfAll.patch(`/records/user/${id}`, { isActive: false })
    expect([ended.status, ended.body.code]).toEqual([409, 'membership_kept'])
    const gone = await administratorOfAll.delete(`/records/user/${id}`)
    expect([gone.status, gone.body.code]).toEqual([409, 'member_not_deletable'])
    const bulk = await administratorOfAll.post('/records/user/bulk', {
      filter: 'name = "Ira B."',
      values: { isActive: false },
    })
    expect(bulk.text).toContain('membership_kept')
    expect((await administratorOfAll.get(`/records/user/${id}`)).record.isActive).toBe(true)
    const imported = (await administratorOfAll.post('/records/user', { name: 'Nobody’s account' })).record
    expect((await administratorOfAll.patch(`/records/user/${imported.id}`, { isActive: false })).status).toBe(
      200,
    )
    expect((await administratorOfAll.delete(`/records/user/${imported.id}`)).status).toBe(204)
  })

  test('stand in no circle, whoever closes it at once with whom', async () => {
    const [a, b, c] = (
      await administratorOfAll.post('/records/team', [{ name: 'A' }, { name: 'B' }, { name: 'C' }])
    ).records
    await administratorOfAll.patch(`/records/team/${b!.id}`, { parentId: a!.id })
    await administratorOfAll.patch(`/records/team/${c!.id}`, { parentId: b!.id })
    const circle = await administratorOfAll.patch(`/records/team/${a!.id}`, { parentId: c!.id })
    expect([circle.status, circle.body.code]).toEqual([409, 'team_circle'])
    expect((await administratorOfAll.patch(`/records/team/${a!.id}`, { parentId: a!.id })).body.code).toBe(
      'team_circle',
    )
    expect((await administratorOfAll.delete(`/records/team/${a!.id}`)).body.code).toBe('team_in_use')
    const [jo, kim] = (await administratorOfAll.post('/records/user', [{ name: 'Jo' }, { name: 'Kim' }]))
      .records
    const both = await Promise.all([
      administratorOfAll.patch(`/records/user/${jo!.id}`, { managerId: kim!.id }),
      administratorOfAll.patch(`/records/user/${kim!.id}`, { managerId: jo!.id }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)!.body.code).toBe('manager_circle')
  })
})

// Last of all: it ends the founder's session.
test('two administrators who end each other at once leave one', async () => {
  const [eva, finn] = [await server.addMember('Eva', 'admin'), await server.addMember('Finn', 'admin')]
  const [evaId, finnId, me] = [await idOf('Eva'), await idOf('Finn'), await idOf(founder.name)]
  for (const name of ['Nia', 'Rosa'])
    await administratorOfAll.put(`/role-assignments/${await idOf(name)}`, {
      roleIds: [await roleNamed('member')],
    })
  expect((await eva.post(`/auth/members/${me}/deactivate`, {})).status).toBe(200)
  const answers = await Promise.all([
    eva.post(`/auth/members/${finnId}/deactivate`, {}),
    finn.post(`/auth/members/${evaId}/deactivate`, {}),
  ])
  const winner = answers[0].status === 200 ? eva : finn
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect((await winner.post(`/auth/members/${me}/reactivate`)).status).toBe(204)
  administratorOfAll = cookiesOf(
    await server.stranger.post('/auth/sign-in', { identifier: founder.email, password: founder.password }),
  )
  const [session] = [await administratorOfAll.get('/auth/session')]
  const acme = (session.body.workspaces as { id: string; name: string }[]).find(({ name }) => name === 'Acme')
  await administratorOfAll.post('/auth/workspace', { workspaceId: acme!.id })
  await Promise.all(
    [evaId, finnId].map((id) => administratorOfAll.post(`/auth/members/${id}/deactivate`, {})),
  )
  expect((await administratorOfAll.post(`/auth/members/${me}/deactivate`, {})).body.code).toBe(
    'own_membership',
  )
})
