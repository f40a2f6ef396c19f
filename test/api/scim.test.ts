import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AuditEntry } from '#shared/operations/audit.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { enterprise, group, openScim, patchOp, user } from '#test/support/scim.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
let scim: Awaited<ReturnType<typeof openScim>>['scim']
let search: Awaited<ReturnType<typeof openScim>>['search']

beforeAll(async () => {
  server = await startTestServer()
  ;({ scim, search } = await openScim(server))
})
afterAll(() => server.stop())

/** As Entra documents them: a test for who is there, a person made, changed by operations, and turned off. */
describe('Entra', () => {
  let id: string
  const person = {
    schemas: [user, enterprise],
    externalId: '0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef',
    userName: 'Test_User_ab6490ee@testuser.com',
    active: true,
    displayName: '林知夏',
    emails: [{ primary: true, type: 'work', value: 'Test_User_fd0ea19b@testuser.com' }],
    meta: { resourceType: 'User' },
    name: { formatted: 'givenName familyName', familyName: 'familyName', givenName: 'givenName' },
    roles: [],
    [enterprise]: { employeeNumber: '701984', department: '华东大区' },
  }

  test('finds nobody, and no error', async () => {
    const found = await search('userName eq "Test_User_dfeef4c5-5681-4387-b016-bdf221e82081"')
    expect(found).toMatchObject({ totalResults: 0, Resources: [] })
  })

  test('makes a user, who is a member with the usual role', async () => {
    const made = await scim('POST', '/Users', person)
    expect(made.status, made.text).toBe(201)
    id = made.body.id
    expect(made.headers.location).toBe(`http://kith.test/scim/v2/Users/${id}`)
    expect(made.headers.etag).toBe(made.body.meta.version)
    expect(made.body).toMatchObject({
      externalId: person.externalId,
      userName: person.userName,
      displayName: '林知夏',
      emails: [{ value: 'test_user_fd0ea19b@testuser.com', type: 'work' }],
      active: true,
      [enterprise]: { department: '华东大区' },
    })
    const { record } = await server.session.get(`/records/user/${id}`)
    expect(record).toMatchObject({ name: '林知夏', email: 'test_user_fd0ea19b@testuser.com', isActive: true })
    const members = (await server.session.get('/auth/members')).records
    expect(members.find((member) => member.id === id)).toMatchObject({ role: 'member' })
    const roles = (await server.session.get('/roles')).records
    const assigned = (await server.session.get('/role-assignments')).records as unknown as {
      userId: string
      roleIds: string[]
    }[]
    expect(assigned.find(({ userId }) => userId === id)?.roleIds).toEqual([
      roles.find(({ key }) => key === 'member')!.id,
    ])
  })

  test('is told that somebody is there already', async () => {
    const again = await scim('POST', '/Users', person)
    expect(again.status).toBe(409)
    expect(again.headers['content-type']).toContain('application/scim+json')
    expect(again.body).toMatchObject({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      status: '409',
      scimType: 'uniqueness',
    })
    // The founder, who was here before SCIM, is known by their address.
    const founder = await scim('POST', '/Users', { schemas: [user], userName: 'WANG.FANG@example.com' })
    expect(founder.body).toMatchObject({ status: '409', scimType: 'uniqueness' })
  })

  test.each([
    ['userName eq "TEST_user_ab6490ee@testuser.com"', 1],
    ['externalId eq "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef"', 1],
    ['emails[type eq "work"].value eq "test_user_fd0ea19b@testuser.com"', 1],
    ['emails[type eq "work" and value co "fd0ea"]', 1],
    [`${enterprise}:department eq "华东大区"`, 1],
    ['userName sw "wang" or displayName co "知"', 2],
    ['not (userName sw "wang") and active eq true', 1],
    ['active eq "False"', 0],
    ['externalId pr', 1],
    ['meta.lastModified gt "2020-01-01T00:00:00Z"', 2],
    ['title eq null', 2],
    [`userName eq "'; drop table kith.account; --"`, 0],
    ['userName eq "a\\"b"', 0],
    ['userName co "%"', 0],
  ])('filters by %s', async (filter, count) => {
    expect(await search(filter)).toMatchObject({ totalResults: count })
  })

  test.each([
    'userName',
    'userName eq',
    'userName eq "x',
    'password eq "x"',
    'userName eq "x" and',
    '__proto__ eq "x"',
    'active gt true',
    'meta.created gt "yesterday"',
    `userName eq "${'x'.repeat(2_000)}"`,
    // The parser's pattern of a text would take for ever.
    `userName eq "${'\n'.repeat(60)}`,
  ])('is told that a filter cannot be read: %s', async (filter) => {
    expect(await search(filter)).toMatchObject({ status: '400', scimType: 'invalidFilter' })
  })

  test('changes by operations, also by paths to values that are not there yet', async () => {
    const manager = (await search('userName eq "wang.fang@example.com"')).Resources[0]!
    const changed = await scim('PATCH', `/Users/${id}`, {
      schemas: [patchOp],
      Operations: [
        { op: 'Replace', path: 'emails[type eq "work"].value', value: 'updatedEmail@microsoft.com' },
        { op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '138 0013 8000' },
        { op: 'Replace', path: 'name.familyName', value: '林' },
        { op: 'Add', path: `${enterprise}:manager`, value: manager.id },
        { op: 'Add', value: { title: '销售经理', [`${enterprise}:department`]: '华南大区' } },
      ],
    })
    expect(changed.status, changed.text).toBe(200)
    expect(changed.body).toMatchObject({
      name: { familyName: '林', givenName: 'givenName' },
      emails: [{ value: 'updatedemail@microsoft.com' }],
      phoneNumbers: [{ value: '+8613800138000' }],
      title: '销售经理',
      [enterprise]: { department: '华南大区', manager: { value: manager.id, displayName: '王芳' } },
    })
    const { record } = await server.session.get(`/records/user/${id}`)
    expect(record).toMatchObject({ jobTitle: '销售经理', managerId: manager.id })
    // What somebody signs in with is theirs: a directory does not change it.
    const account = await server.pool.query(
      'select email from kith.account a join kith.membership m on m.account_id = a.id where user_id = $1',
      [id],
    )
    expect(account.rows).toEqual([{ email: 'test_user_fd0ea19b@testuser.com' }])
  })

  test.each([
    [{ Operations: [{ op: 'replace', path: 'shoeSize', value: 42 }] }, 'invalidPath'],
    [{ Operations: [{ op: 'replace', path: 'emails[type eq', value: 'x' }] }, 'invalidPath'],
    [{ Operations: [{ op: 'replace', path: '__proto__.polluted', value: 'x' }] }, 'invalidPath'],
    [{ Operations: [{ op: 'replace', path: 'active', value: 'perhaps' }] }, 'invalidValue'],
    [{ Operations: [{ op: 'replace', path: 'userName', value: '' }] }, 'invalidValue'],
    [{ Operations: [{ op: 'replace', path: `${enterprise}:manager`, value: uuidv7() }] }, 'invalidValue'],
    [{ Operations: [{ op: 'remove' }] }, 'noTarget'],
    [{ Operations: [{ op: 'move', path: 'title' }] }, 'invalidSyntax'],
    [{ Operations: [] }, 'invalidSyntax'],
    ['{', 'invalidSyntax'],
  ])('is refused %j', async (body, scimType) => {
    const before = await server.countChanges()
    const refused = await scim('PATCH', `/Users/${id}`, body)
    expect(refused.body, refused.text).toMatchObject({ status: '400', scimType })
    expect(await server.countChanges()).toBe(before)
  })

  test('ends a membership by the text "False": sessions are worth nothing at once, the record stays', async () => {
    const password = 'a long enough password 7'
    await server.session.post(`/auth/members/${id}/password`, { password })
    const signedIn = await server.stranger.post('/auth/sign-in', {
      identifier: 'test_user_fd0ea19b@testuser.com',
      password,
    })
    expect(signedIn.status, signedIn.text).toBe(200)
    const cookie = [signedIn.headers['set-cookie'] ?? []]
      .flat()
      .map((line) => line.split(';', 1)[0])
      .join('; ')
    const person = server.client({ 'sec-fetch-site': 'same-origin', cookie })
    expect((await person.get('/auth/session')).status).toBe(200)

    const operations = [{ op: 'Replace', path: 'active', value: 'False' }]
    const off = await scim('PATCH', `/Users/${id}`, { schemas: [patchOp], Operations: operations })
    expect(off.body.active).toBe(false)
    expect((await person.get('/auth/session')).status).toBe(401)
    expect((await server.session.get(`/records/user/${id}`)).record.isActive).toBe(false)

    // Without a path, as the older service has it.
    const on = await scim('PATCH', `/Users/${id}`, {
      Operations: [{ op: 'replace', value: { active: true } }],
    })
    expect(on.body.active).toBe(true)
    expect(
      (
        await server.stranger.post('/auth/sign-in', {
          identifier: 'test_user_fd0ea19b@testuser.com',
          password,
        })
      ).status,
    ).toBe(200)
    const kinds = 'memberJoined,memberDeactivated,memberReactivated'
    const noted = (await server.session.get('/audit', { kinds })).records as unknown as readonly AuditEntry[]
    expect(noted.filter(({ record }) => record === id)).toMatchObject(
      ['memberReactivated', 'memberDeactivated', 'memberJoined'].map((kind) => ({
        kind,
        details: { directory: 'scim' },
      })),
    )
  })
})

/** As Okta documents them. */
describe('Okta', () => {
  let id: string
  const person = {
    schemas: [user],
    userName: 'test.user@okta.local',
    name: { givenName: 'Test', familyName: 'User' },
    emails: [{ primary: true, value: 'test.user@okta.local', type: 'work' }],
    displayName: 'Test User',
    locale: 'en-US',
    externalId: '00ujl29u0le5T6Aj10h7',
    groups: [],
    password: '1mz050nq',
    active: true,
  }

  test('makes a user, looks, replaces and turns off', async () => {
    const made = await scim('POST', '/Users', person)
    expect(made.status, made.text).toBe(201)
    id = made.body.id
    expect(made.text).not.toContain('1mz050nq')
    const looked = await scim('GET', `/Users/${id}`)
    expect(looked.body).toEqual(made.body)
    const replaced = await scim('PUT', `/Users/${id}`, {
      ...person,
      id,
      displayName: 'Another Name',
      active: false,
    })
    expect(replaced.body).toMatchObject({ displayName: 'Another Name', active: false })
    const operations = [{ op: 'replace', value: { active: true } }]
    expect(
      (await scim('PATCH', `/Users/${id}`, { schemas: [patchOp], Operations: operations })).body.active,
    ).toBe(true)
  })

  test('pages through all', async () => {
    const all = await scim('GET', '/Users?startIndex=1&count=100')
    expect(all.body).toMatchObject({ totalResults: 3, startIndex: 1, itemsPerPage: 3 })
    const second = await scim('GET', '/Users?startIndex=2&count=1')
    expect(second.body.Resources.map((one) => one.id)).toEqual([all.body.Resources[1]!.id])
    expect((await scim('GET', '/Users?count=0')).body).toMatchObject({ totalResults: 3, Resources: [] })
    expect((await scim('GET', '/Users?startIndex=-5&count=-1')).body).toMatchObject({
      startIndex: 1,
      Resources: [],
    })
    expect((await scim('GET', '/Users?startIndex=many')).status).toBe(400)
    const names = await scim('GET', '/Users?attributes=userName')
    expect(Object.keys(names.body.Resources[0]!).toSorted()).toEqual(['id', 'schemas', 'userName'])
  })

  test('keeps groups: made, filled, renamed, emptied, deleted', async () => {
    const founder = (await search('userName eq "wang.fang@example.com"')).Resources[0]!
    const made = await scim('POST', '/Groups', {
      schemas: [group],
      displayName: 'Test SCIMv2',
      members: [{ value: id, display: 'test.user@okta.local' }],
    })
    expect(made.status, made.text).toBe(201)
    const path = `/Groups/${made.body.id}`
    expect((await server.session.get(`/records/user/${id}`)).record.teamId).toBe(made.body.id)
    expect((await scim('GET', `/Users/${id}`)).body.groups).toMatchObject([
      { value: made.body.id, display: 'Test SCIMv2' },
    ])

    await scim('PATCH', path, {
      Operations: [
        { op: 'replace', value: { id: made.body.id, displayName: 'Renamed' } },
        { op: 'add', path: 'members', value: [{ value: founder.id }] },
      ],
    })
    const both = await scim('GET', path)
    expect(both.body).toMatchObject({ displayName: 'Renamed' })
    expect(both.body.members!.map(({ value }) => value).toSorted()).toEqual([founder.id, id].toSorted())
    expect((await scim('GET', `${path}?excludedAttributes=members`)).body.members).toBeUndefined()
    expect(await search(`id eq "${made.body.id}" and members eq "${id}"`, '/Groups')).toMatchObject({
      totalResults: 1,
    })

    await scim('PATCH', path, { Operations: [{ op: 'remove', path: `members[value eq "${id}"]` }] })
    // Entra names who is to go as a value.
    await scim('PATCH', path, {
      Operations: [{ op: 'Remove', path: 'members', value: [{ value: founder.id }] }],
    })
    expect((await scim('GET', path)).body.members).toEqual([])
    expect((await server.session.get(`/records/user/${id}`)).record.teamId).toBeNull()

    expect((await scim('POST', '/Groups', { displayName: 'renamed' })).body).toMatchObject({
      scimType: 'uniqueness',
    })
    expect(
      (
        await scim('PATCH', path, {
          Operations: [{ op: 'add', path: 'members', value: [{ value: uuidv7() }] }],
        })
      ).body,
    ).toMatchObject({ scimType: 'invalidValue' })
    expect((await scim('DELETE', path)).status).toBe(204)
    expect((await scim('GET', path)).status).toBe(404)
  })

  test('deletes a user, which ends the membership and keeps the record', async () => {
    expect((await scim('DELETE', `/Users/${id}`)).status).toBe(204)
    expect((await server.session.get(`/records/user/${id}`)).record.isActive).toBe(false)
    expect((await scim('DELETE', `/Users/${uuidv7()}`)).status).toBe(404)
    expect((await scim('GET', '/Users/no-id')).body).toMatchObject({ status: '404' })
  })

  test('the last administrator stays', async () => {
    const founder = (await search('userName eq "wang.fang@example.com"')).Resources[0]!
    expect((await scim('DELETE', `/Users/${founder.id}`)).status).toBe(409)
    expect((await server.session.get('/auth/session')).status).toBe(200)
  })
})
