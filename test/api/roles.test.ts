import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Permissions } from '#shared/access/permissions.ts'
import type { Role } from '#shared/operations/roles.ts'
import { everything } from '#test/support/permissions.ts'
import { type Client, startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
let admin: Client
let lin: Client
let linId: string
let roles: readonly Role[]

const permissions = (more: Partial<Permissions['usual']>, rest: Partial<Permissions> = {}): Permissions => ({
  ...everything,
  rights: [],
  ...rest,
  usual: { ...everything.usual, ...more },
})
const rolesOf = async (client: Client) => (await client.get('/roles')).records as unknown as readonly Role[]
const roleNamed = (key: string) => roles.find((role) => role.key === key)!
const assign = (client: Client, userId: string, ...roleIds: string[]) =>
  client.put(`/role-assignments/${userId}`, { roleIds })
const make = async (name: string, given: Permissions) => {
  const answer = await admin.post('/roles', { name, permissions: given })
  expect(answer.status, answer.text).toBe(201)
  return answer.record as unknown as Role
}

beforeAll(async () => {
  server = await startTestServer()
  admin = server.session
  lin = await server.addMember('Lin', 'member')
  linId = (await admin.get('/records/user', { filter: 'name = "Lin"' })).records[0]!.id
  roles = await rolesOf(admin)
})
afterAll(() => server.stop())

test('a workspace has four roles; the founder is the administrator, and who joins a member', async () => {
  expect(roles.map(({ key, members }) => [key, members])).toEqual([
    ['administrator', 1],
    ['manager', 0],
    ['member', 1],
    ['readOnly', 0],
  ])
  expect(roleNamed('manager').permissions?.usual.update).toBe('teamAndBelow')
  expect((await rolesOf(lin))[0]).not.toHaveProperty('permissions')
  const own = (await lin.get('/access')).record
  expect(own).toMatchObject({ roles: [{ key: 'member', name: 'Member' }], permissions: { rights: [] } })
})

describe('a role', () => {
  test('is made, given, narrowed while its bearer is signed in, and taken away', async () => {
    const east = (await admin.post('/records/team', { name: 'East' })).record
    await admin.post('/records/company', { name: 'Founders only' })
    const mine = (await lin.post('/records/company', { name: 'Lin’s own' })).record
    const role = await make(
      'Field sales',
      permissions({ read: 'team' }, { fields: { company: { annualRevenue: 'hidden' } } }),
    )
    expect((await assign(admin, linId, role.id)).status).toBe(200)
    await expect
      .poll(async () => (await lin.get('/records/company')).records.map(({ name }) => name))
      .toEqual(['Lin’s own'])
    expect((await lin.get('/records/company')).records[0]).not.toHaveProperty('annualRevenue')
    expect((await lin.get('/objects/company')).text).not.toContain('annualRevenue')
    expect((await lin.get('/openapi.json')).text).not.toContain('annualRevenue')
    expect((await lin.get('/records/company', { filter: 'annualRevenue > 1' })).body.code).toBe(
      'expression_unknown_field',
    )

    // A team of its own opens what the team has.
    await admin.patch(`/records/user/${linId}`, { teamId: east.id })
    const other = (await admin.post('/records/user', { name: 'Colleague', teamId: east.id })).record
    await admin.post('/records/company', { name: 'Colleague’s', ownerId: other.id })
    const names = async () =>
      (await lin.get('/records/company', { sort: 'name' })).records.map(({ name }) => name)
    await expect.poll(names).toEqual(['Colleague’s', 'Lin’s own'])

    const narrowed = await admin.patch(
      `/roles/${role.id}`,
      { permissions: permissions({ read: 'own', update: 'none' }) },
      { 'if-match': String(role.version) },
    )
    expect(narrowed.status, narrowed.text).toBe(200)
    await expect.poll(names).toEqual(['Lin’s own'])
    const refused = await lin.patch(`/records/company/${mine.id}`, { name: 'x' })
    expect([refused.status, refused.body.code]).toEqual([403, 'not_permitted'])
    const stale = await admin.patch(`/roles/${role.id}`, { name: 'x' }, { 'if-match': String(role.version) })
    expect(stale.body.code).toBe('version_conflict')

    expect((await admin.delete(`/roles/${role.id}`)).body.code).toBe('role_in_use')
    await assign(admin, linId, roleNamed('member').id)
    expect((await admin.delete(`/roles/${role.id}`)).status).toBe(204)
    expect((await admin.delete(`/roles/${role.id}`)).body.code).toBe('role_missing')
  })

  test('several of them add up', async () => {
    const narrow = await make('Own only', permissions({ read: 'own', update: 'own' }))
    const wide = await make(
      'Reads all',
      permissions({ read: 'all', create: 'none', update: 'none', delete: 'none' }),
    )
    await assign(admin, linId, narrow.id, wide.id)
    await expect
      .poll(async () => (await lin.get('/access')).record.permissions)
      .toMatchObject({
        usual: { read: 'all', update: 'own' },
      })
    await assign(admin, linId)
    await expect.poll(async () => (await lin.get('/records/company')).status).toBe(404)
    await assign(admin, linId, roleNamed('member').id)
  })

  test.each([
    [{ fields: { company: { name: 'hidden' } } }, 'title_stays_visible', '/permissions/fields/company/name'],
    [{ fields: { company: { industry: 'masked' } } }, 'not_maskable', '/permissions/fields/company/industry'],
    [{ fields: { company: { nonsense: 'read' } } }, 'unknown_field', '/permissions/fields/company/nonsense'],
    [{ objects: { compani: { read: 'own' } } }, 'unknown_object', '/permissions/objects/compani'],
  ] as const)('that would %j is refused', async (rest, code, path) => {
    const answer = await admin.post('/roles', { name: 'Wrong', permissions: permissions({}, rest) })
    expect(answer.body.errors?.map((issue) => [issue.path, issue.code])).toEqual([[path, code]])
  })

  test('that would be more than its maker has is not theirs to make or give', async () => {
    const maker = await make(
      'Maker',
      permissions({ delete: 'own', export: 'none' }, { rights: ['roles', 'people'] }),
    )
    await assign(admin, linId, maker.id)
    await expect.poll(async () => (await lin.get('/role-assignments')).status).toBe(200)
    const tries = [
      lin.post('/roles', { name: 'More', permissions: permissions({ delete: 'all', export: 'none' }) }),
      lin.post('/roles', {
        name: 'Rights',
        permissions: permissions({ delete: 'own', export: 'none' }, { rights: ['metadata'] }),
      }),
      lin.patch(`/roles/${maker.id}`, { permissions: permissions({ delete: 'own' }, { rights: ['roles'] }) }),
      assign(lin, linId, roleNamed('administrator').id),
      assign(lin, linId, maker.id, roleNamed('member').id),
    ]
    for (const answer of await Promise.all(tries))
      expect([answer.status, answer.body.code]).toEqual([403, 'beyond_own_access'])
    const founderId = (
      await admin.get('/records/user', { filter: 'name != "Lin" and email != ""' })
    ).records.find(({ name }) => name === '王芳')!.id
    expect((await assign(lin, founderId, maker.id)).body.code).toBe('beyond_own_access')
    const less = await lin.post('/roles', {
      name: 'Less',
      permissions: permissions({ delete: 'none', export: 'none' }),
    })
    expect(less.status, less.text).toBe(201)
    await assign(admin, linId, roleNamed('member').id)
  })

  test('of administrators stays whole, and somebody bears it', async () => {
    const founderId = (await admin.get('/records/user', { filter: 'name = "王芳"' })).records[0]!.id
    const { id } = roleNamed('administrator')
    expect((await admin.patch(`/roles/${id}`, { permissions: permissions({}) })).body.code).toBe(
      'role_protected',
    )
    expect((await admin.delete(`/roles/${id}`)).body.code).toBe('role_protected')
    expect((await assign(admin, founderId, roleNamed('member').id)).body.code).toBe('last_administrator')
    expect((await admin.get('/role-assignments')).status).toBe(200)
    await assign(admin, linId, id)
    // Two who demote each other at once: one stays.
    const answers = await Promise.all([
      assign(admin, linId, roleNamed('member').id),
      assign(lin, founderId, roleNamed('member').id),
    ])
    expect(
      (await server.pool.query(`select from ${server.schema}._role_assignment where role_id = $1`, [id]))
        .rows,
    ).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const still = answers[0].status === 200 ? admin : lin
    await assign(still, founderId, id)
    await expect.poll(async () => (await admin.get('/role-assignments')).status).toBe(200)
    await assign(admin, linId, roleNamed('member').id)
  })

  test('is nobody’s to change without the right', async () => {
    for (const answer of await Promise.all([
      lin.post('/roles', { name: 'x', permissions: permissions({}) }),
      lin.patch(`/roles/${roleNamed('member').id}`, { name: 'x' }),
      lin.delete(`/roles/${roleNamed('manager').id}`),
      lin.get('/role-assignments'),
      assign(lin, linId, roleNamed('administrator').id),
      lin.get('/sharing-rules'),
    ]))
      expect([answer.status, answer.body.code]).toEqual([403, 'not_permitted'])
    expect((await server.stranger.get('/roles')).status).toBe(401)
  })
})

test('an administrator looks with another’s eyes, changes nothing so, and is on record for it', async () => {
  const narrow = await make('Eyes', permissions({ read: 'own' }))
  await assign(admin, linId, narrow.id)
  await expect
    .poll(async () => (await lin.get('/access')).record.permissions)
    .toMatchObject({ usual: { read: 'own' } })
  const as = { 'view-as': linId }
  const hers = (await lin.get('/records/company', { sort: 'name' })).text
  expect((await admin.get('/records/company', { sort: 'name' }, as)).text).toBe(hers)
  expect((await admin.get('/records/company', { sort: 'name' })).text).not.toBe(hers)
  expect((await admin.post('/records/company', { name: 'x' }, as)).body.code).toBe('not_permitted')
  expect((await lin.get('/records/company', {}, { 'view-as': roleNamed('member').id })).body.code).toBe(
    'not_permitted',
  )
  expect((await admin.get('/records/company', {}, { 'view-as': 'nobody' })).status).toBe(400)
  expect((await admin.get('/audit', { kinds: 'viewedAs' })).records).toHaveLength(1)
  await assign(admin, linId, roleNamed('member').id)
})

describe('sharing', () => {
  test('by a rule and of one record, and what says so', async () => {
    const narrow = await make('Own', permissions({ read: 'own', update: 'own' }))
    await assign(admin, linId, narrow.id)
    const shared = (await admin.post('/records/company', { name: 'Shared', industry: 'retail' })).record
    const single = (await admin.post('/records/company', { name: 'Single' })).record
    const grantee = { kind: 'user', id: linId }
    const rule = await admin.post('/sharing-rules', {
      object: 'company',
      name: 'Retail',
      condition: '行业 = “零售”',
      grantee,
      level: 'read',
    })
    expect(rule.record, rule.text).toMatchObject({ condition: 'industry = "retail"', grantee })
    expect((await admin.put(`/records/company/${single.id}/shares`, { grantee, level: 'edit' })).status).toBe(
      200,
    )
    const seen = async () =>
      (
        await lin.get('/records/company', { filter: 'name in ("Shared", "Single")', sort: 'name' })
      ).records.map(({ name }) => name)
    await expect.poll(seen).toEqual(['Shared', 'Single'])
    expect((await lin.patch(`/records/company/${shared.id}`, { name: 'x' })).body.code).toBe('not_permitted')
    expect((await lin.patch(`/records/company/${single.id}`, { description: 'x' })).status).toBe(200)

    const explained = async (id: string) =>
      (await admin.get('/access/explain', { user: linId, object: 'company', id })).record
    expect(await explained(shared.id)).toMatchObject({
      read: { allowed: true, scope: 'own', by: [{ kind: 'rule', id: rule.record.id }] },
      update: { allowed: false, scope: 'own', by: [] },
    })
    expect(await explained(single.id)).toMatchObject({ update: { allowed: true, by: [{ kind: 'share' }] } })
    expect(
      (await lin.get('/access/explain', { user: linId, object: 'company', id: single.id })).record,
    ).toMatchObject({
      delete: { allowed: false },
    })

    const changed = await admin.patch(`/sharing-rules/${rule.record.id}`, {
      condition: 'industry = "software"',
    })
    expect(changed.record).toMatchObject({ version: 2 })
    await admin.delete(`/records/company/${single.id}/shares`, { grantee })
    await expect.poll(seen).toEqual([])
    expect((await admin.delete(`/sharing-rules/${rule.record.id}`)).status).toBe(204)
    await assign(admin, linId, roleNamed('member').id)
  })

  test.each([
    [{ condition: 'nonsense = 1' }, '/condition'],
    [{ condition: 'name' }, '/condition'],
    [{ grantee: { kind: 'team', id: '01890000-0000-7000-8000-000000000000' } }, '/grantee'],
    [{ grantee: { kind: 'team' } }, '/grantee'],
  ])('by a rule with %j is refused', async (wrong, path) => {
    const rule = {
      object: 'company',
      name: 'Wrong',
      condition: 'true',
      grantee: { kind: 'everybody' },
      level: 'read',
    }
    const answer = await admin.post('/sharing-rules', { ...rule, ...wrong })
    expect(
      answer.body.errors?.map((issue) => issue.path),
      answer.text,
    ).toEqual([path])
  })
})
