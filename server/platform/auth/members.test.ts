import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, firstRun, openBrowser } from './testing/browser.ts'
import { type FoundedAuth, startFounded } from './testing/start-founded.ts'

let server: FoundedAuth
let owner: Browser

beforeAll(async () => {
  server = await startFounded()
  owner = server.owner
})
afterAll(() => server.stop())

const member = { name: '李明', mobile: '13900139000', password: 'li ming 123', role: 'member' }

async function signedIn(identifier: string, password: string) {
  const browser = openBrowser(server.app)
  await browser.post('sign-in', { identifier, password })
  return browser
}

async function withOtherWorkspace() {
  const other = await signedIn(firstRun.email, firstRun.password)
  const { workspaceName: _, name, email, password, ...place } = firstRun
  const made = await other.post('workspaces', { workspaceName: `Other of ${name}`, ...place })
  expect([made.status, email, password]).toEqual([201, firstRun.email, firstRun.password])
  return other
}

test('an administrator adds a person, who signs in as a member and may not add others', async () => {
  const added = await owner.post('members', member)
  expect(added.status).toBe(201)
  expect(added.body).toMatchObject({ name: '李明', mobile: '+8613900139000', role: 'member' })
  const browser = await signedIn('139 0013 9000', member.password)
  const { body } = await browser.get('session')
  expect([body.role, body.user.id]).toEqual(['member', added.body.id])
  const refused = await browser.post('members', { ...member, mobile: '13900139001' })
  expect([refused.status, refused.body.code]).toEqual([403, 'not_permitted'])
  const { data } = (await browser.get('members')).body
  expect(data.map(({ name, role }: { name: string; role: string }) => [name, role])).toEqual([
    ['李明', 'member'],
    ['王芳', 'admin'],
  ])
})

test('nobody adds a member twice, however hard they try', async () => {
  const person = { ...member, email: 'chen@example.com', mobile: '13600000001', name: '陈' }
  const answers = await Promise.all(Array.from({ length: 8 }, () => owner.post('members', person)))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)])
  expect(answers.filter(({ body }) => body.code === 'already_member')).toHaveLength(7)
})

test('who is known elsewhere is added by nobody but themselves, and nothing is told of them', async () => {
  const person = { ...member, mobile: '13600000002', email: 'known@example.com' }
  await owner.post('members', person)
  const other = await withOtherWorkspace()
  const refused = await other.post('members', { ...member, name: 'Eve', mobile: '13600000002' })
  expect([refused.status, refused.body.code]).toEqual([409, 'account_elsewhere'])
  for (const told of [person.name, person.email]) expect(JSON.stringify(refused.body)).not.toContain(told)
  expect((await other.get('members')).body.data).toHaveLength(1)
  const browser = await signedIn('13600000002', member.password)
  expect((await browser.get('session')).body.workspaces).toHaveLength(1)
})

test('address and number of two people are refused', async () => {
  await owner.post('members', { ...member, mobile: '13600000003' })
  const both = await owner.post('members', { ...member, mobile: '13600000003', email: firstRun.email })
  expect([both.status, both.body.code]).toEqual([409, 'account_exists'])
})

test('who comes back is the same member', async () => {
  const person = { ...member, mobile: '13600000004' }
  const { id } = (await owner.post('members', person)).body
  const account = await server.auth.findAccountByIdentifier(person.mobile)
  const { workspaceId } = (await server.auth.authenticate({ cookie: owner.cookie }))!
  await server.auth.deactivateMembership(account!.id, workspaceId)
  const gone = openBrowser(server.app)
  const refused = await gone.post('sign-in', { identifier: person.mobile, password: person.password })
  expect(refused.body).toMatchObject({ code: 'no_workspace', left: [{ workspace: workspaceId, user: id }] })
  expect(gone.cookie).toBeUndefined()
  const back = await owner.post('members', { ...person, role: 'admin' })
  expect([back.status, back.body.id]).toEqual([201, id])
  expect((await (await signedIn(person.mobile, person.password)).get('session')).body.role).toBe('admin')
})

test('a session opens one workspace at a time, and a new one the last', async () => {
  const other = await withOtherWorkspace()
  const { workspace, workspaces } = (await other.get('session')).body
  expect(workspace.name).toBe('Other of 王芳')
  expect((await owner.get('session')).body.workspace.name).toBe('三叶草')
  const next = await signedIn(firstRun.email, firstRun.password)
  expect((await next.get('session')).body.workspace.id).toBe(workspace.id)
  expect((await next.post('workspace', { workspaceId: workspaces[0]!.id })).status).toBe(204)
  expect((await next.get('session')).body.workspace.id).toBe(workspaces[0]!.id)
})

test('nobody opens a workspace of others', async () => {
  const other = await withOtherWorkspace()
  const { workspace } = (await other.get('session')).body
  await owner.post('members', { ...member, mobile: '13600000005' })
  const browser = await signedIn('13600000005', member.password)
  for (const [workspaceId, status] of [
    [workspace.id, 403],
    ['0198f000-0000-7000-8000-000000000000', 403],
    ['nonsense', 400],
  ])
    expect((await browser.post('workspace', { workspaceId })).status).toBe(status)
  expect((await browser.get('session')).body.workspace.name).toBe('三叶草')
})

test('an administrator gives a member another password, which ends their sessions', async () => {
  const person = { ...member, mobile: '13600000006' }
  const { id } = (await owner.post('members', person)).body
  const browser = await signedIn(person.mobile, person.password)
  const short = await owner.post(`members/${id}/password`, { password: 'short' })
  expect([short.status, short.body.code]).toEqual([400, 'password_too_short'])
  expect((await owner.post(`members/${id}/password`, { password: 'a new one 456' })).status).toBe(204)
  expect((await browser.get('session')).status).toBe(401)
  expect((await signedIn(person.mobile, person.password)).cookie).toBeUndefined()
  expect((await signedIn(person.mobile, 'a new one 456')).cookie).toBeDefined()
})

test('nobody else does, nor for whom other workspaces know, nor for oneself', async () => {
  const person = { ...member, mobile: '13600000007' }
  const { id } = (await owner.post('members', person)).body
  const reset = (by: Browser, whose: string) =>
    by.post(`members/${whose}/password`, { password: 'a new one 456' })
  const browser = await signedIn(person.mobile, person.password)
  expect((await reset(browser, id)).body.code).toBe('not_permitted')
  const me = (await owner.get('session')).body.user.id
  expect((await reset(owner, me)).body.code).toBe('own_password')
  expect((await reset(owner, '0198f000-0000-7000-8000-000000000000')).body.code).toBe('record_missing')

  const { workspaceName: _, name, email, password, ...place } = firstRun
  await browser.post('workspaces', { workspaceName: `Of ${person.name}`, ...place })
  const refused = await reset(owner, id)
  expect([refused.status, refused.body.code, name, email, password]).toEqual([
    409,
    'member_elsewhere',
    firstRun.name,
    firstRun.email,
    firstRun.password,
  ])
  expect((await signedIn(person.mobile, person.password)).cookie).toBeDefined()
})
