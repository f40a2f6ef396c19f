import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'
import { firstRun, openBrowser } from './testing/browser.ts'
import { type AuthProcess, startAuth } from './testing/start-auth.ts'

let database: TestDatabase
let processes: AuthProcess[]

beforeEach(async () => {
  database = await createTestDatabase()
  processes = []
})
afterEach(async () => {
  for (const process of processes) await process.stop()
  await database.drop()
})

async function start(
  ...options: Parameters<typeof startAuth> extends [string, ...infer Rest] ? Rest : never
) {
  const process = await startAuth(database.url, ...options)
  processes.push(process)
  return process
}

test('makes the first workspace and person, and signs that person in', async () => {
  const { app } = await start()
  const browser = openBrowser(app)
  expect((await browser.get('installation')).body).toEqual({ complete: false })
  const answer = await browser.post('first-run', { ...firstRun, slug: 'san-ye-cao', demo: false })
  expect(answer.status).toBe(201)
  expect((await browser.get('installation')).body).toEqual({ complete: true })
  const { body } = await browser.get('session')
  const workspace = { slug: 'san-ye-cao', name: '三叶草' }
  expect(body).toMatchObject({
    account: { name: '王芳', email: 'wang.fang@example.com', mobile: null },
    user: { name: '王芳' },
    role: 'admin',
    workspace,
    workspaces: [{ ...workspace, role: 'admin' }],
  })
  expect(body.user.id).not.toBe(body.account.id)
  const again = await openBrowser(app).post('first-run', { ...firstRun, email: 'eve@example.com' })
  expect([again.status, again.body.code]).toEqual([409, 'installation_complete'])
})

test('of many at once, in two processes, exactly one wins', async () => {
  const one = await start()
  const two = await start()
  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, n) =>
      openBrowser(n % 2 ? one.app : two.app).post('first-run', { ...firstRun, email: `p${n}@example.com` }),
    ),
  )
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(answers.filter(({ body }) => body.code === 'installation_complete')).toHaveLength(23)
  const { rows } = await one.pool.query(
    `select (select count(*)::int from kith.workspace) workspaces, (select count(*)::int from kith.account) accounts,
       (select count(*)::int from kith.credential) credentials, (select count(*)::int from kith.membership) members`,
  )
  expect(rows[0]).toEqual({ workspaces: 1, accounts: 1, credentials: 1, members: 1 })
})

test('begins anew after the making of the workspace failed', async () => {
  let broken = true
  const { app, auth } = await start()
  const failing = await start({
    createWorkspace: async (workspace) => {
      if (broken) throw Object.assign(new Error('could not extend file'), { code: '53100' })
      const { body } = await openBrowser(app).get('installation')
      expect(body.complete).toBe(false)
      const { rows } = await failing.pool.query<{ id: string }>(
        `insert into kith.workspace values (gen_random_uuid(), 's', $1, 'w_s') returning id`,
        [workspace.workspaceName],
      )
      return { workspaceId: rows[0]!.id, userId: rows[0]!.id, actorId: rows[0]!.id }
    },
  })
  const answer = await openBrowser(failing.app).post('first-run', firstRun)
  expect([answer.status, answer.body.code]).toEqual([507, 'disk_full'])
  expect(await auth.isEmptyInstallation()).toBe(true)
  broken = false
  expect((await openBrowser(failing.app).post('first-run', firstRun)).status).toBe(201)
})

test('refuses bad input without making anything', async () => {
  const { app, auth, pool } = await start()
  const refusals: [object, string, string][] = [
    [{ email: undefined }, 'email_or_mobile_required', '/email'],
    [{ email: 'wang' }, 'invalid_email', '/email'],
    [{ mobile: '12' }, 'invalid_mobile', '/mobile'],
    [{ password: 'short' }, 'password_too_short', '/password'],
    [{ name: '' }, 'required', '/name'],
    [{ workspaceName: ' ' }, 'required', '/workspaceName'],
    [{ timeZone: 'Mars/Olympus' }, 'wrong_type', '/timeZone'],
    [{ timeZone: '+08:00' }, 'wrong_type', '/timeZone'],
    [{ currency: 'CNYX' }, 'invalid_currency', '/currency'],
    [{ language: 'fr' }, 'wrong_type', '/language'],
    [{ slug: 'Not A Slug' }, 'wrong_type', '/slug'],
    [{ role: 'admin' }, 'member_not_allowed', '/role'],
    [{ name: 'a\0' }, 'invalid_text', '/name'],
  ]
  for (const [change, code, path] of refusals) {
    const answer = await openBrowser(app).post('first-run', { ...firstRun, ...change })
    expect([answer.status, answer.body.code, answer.body.errors?.[0]?.path]).toEqual([400, code, path])
  }
  expect(await auth.isEmptyInstallation()).toBe(true)
  expect((await pool.query('select from kith.workspace')).rowCount).toBe(0)
})
