import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstRun, openBrowser } from './testing/browser.ts'
import { type FoundedAuth, startFounded } from './testing/start-founded.ts'

let server: FoundedAuth

beforeAll(async () => {
  server = await startFounded({ mobile: '138 0013 8000' })
})
afterAll(() => server.stop())

const signIn = async (identifier: string, password = firstRun.password) => {
  const browser = openBrowser(server.app)
  return { browser, answer: await browser.post('sign-in', { identifier, password }) }
}

test.each([
  'wang.fang@example.com',
  ' WANG.FANG@EXAMPLE.COM ',
  'ｗａｎｇ.fang＠example.com',
  '13800138000',
  '138-0013-8000',
  '+86 138 0013 8000',
  '0086 13800138000',
  '86 138 0013 8000',
  '＋86（138）0013－8000',
  '138–0013–8000',
  '\u202d138 0013 8000\u202c',
])('signs in as %j', async (identifier) => {
  const { browser, answer } = await signIn(identifier)
  expect(answer.status).toBe(200)
  expect(answer.body.account).toMatchObject({ email: 'wang.fang@example.com', mobile: '+8613800138000' })
  expect(JSON.stringify(answer.body)).not.toContain('.invalid')
  expect((await browser.get('session')).body.user.name).toBe('王芳')
})

test('the cookie is out of reach of scripts and other sites', async () => {
  const { answer } = await signIn('13800138000')
  expect(answer.cookies).toHaveLength(1)
  expect(answer.cookies[0]).toMatch(/^kith\.session_token=[^;]+;.*HttpOnly.*SameSite=Lax/)
})

test.each([
  ['a wrong password', '13800138000', 'wrong password'],
  ['an unknown address', 'nobody@example.com', firstRun.password],
  ['an unknown number', '+8613911112222', firstRun.password],
  ['neither of them', 'wang', firstRun.password],
  ['the internal address', 'x@account.invalid', firstRun.password],
  ['SQL', "' or 1=1 --", firstRun.password],
  ['an empty password', 'empty@example.com', ''],
  ['a very long password', 'long@example.com', 'x'.repeat(1000)],
])('%s gets one and the same answer', async (_, identifier, password) => {
  const { browser, answer } = await signIn(identifier, password)
  expect(answer.status).toBe(401)
  expect(answer.body.code).toBe('invalid_credentials')
  expect(answer.body.detail).toBe('The account or the password is wrong')
  expect(browser.cookie).toBeUndefined()
})

test.each([
  ['wang.fang@example.com\0', firstRun.password],
  ['nobody@example.com', 'nul\0nul\0nul'],
  ['\ud800@example.com', firstRun.password],
  ['wang.fang@example.com', '\udc00\udc00'],
])('what cannot be stored, %j with %j, is wrong as well', async (identifier, password) => {
  const { answer } = await signIn(identifier, password)
  expect([answer.status, answer.body.code]).toEqual([400, 'invalid_text'])
  const attempt = server.auth.signIn({ identifier, password, address: '192.0.2.1', userAgent: 'test' })
  await expect(attempt).rejects.toMatchObject({ code: 'invalid_credentials' })
})

test.each([
  ['an unknown member', { identifier: 'a@b.cn', password: 'x', remember: true }],
  ['a number', { identifier: 13800138000, password: 'x' }],
  ['no password', { identifier: 'a@b.cn' }],
  ['a megabyte', { identifier: 'a'.repeat(1e6), password: 'x' }],
  ['a prototype', JSON.parse('{"identifier":"a","password":"b","__proto__":{"role":"admin"}}')],
])('a body with %s is refused', async (_, body) => {
  const answer = await openBrowser(server.app).post('sign-in', body)
  expect(answer.status).toBe(body.identifier?.length > 1e5 ? 413 : 400)
})

test('signing out ends the session itself, not only the cookie', async () => {
  const { browser } = await signIn('13800138000')
  const { cookie } = browser
  expect((await browser.get('session')).status).toBe(200)
  expect((await browser.post('sign-out')).status).toBe(204)
  expect(browser.cookie).toBeUndefined()
  browser.cookie = cookie
  const answer = await browser.get('session')
  expect([answer.status, answer.body.code]).toEqual([401, 'not_signed_in'])
})

test('signing out without a session is no failure', async () => {
  expect((await openBrowser(server.app).post('sign-out')).status).toBe(204)
})

test('a changed password ends all other sessions and replaces this one', async () => {
  const other = (await signIn('13800138000')).browser
  const { browser } = await signIn('13800138000')
  const former = browser.cookie
  const next = 'another horse 马'
  const answer = await browser.post('password', { currentPassword: firstRun.password, newPassword: next })
  expect(answer.status).toBe(204)
  expect(browser.cookie).not.toBe(former)
  expect((await browser.get('session')).status).toBe(200)
  expect((await other.get('session')).status).toBe(401)
  expect((await signIn('13800138000')).answer.status).toBe(401)
  expect((await signIn('13800138000', next)).answer.status).toBe(200)
  const back = await browser.post('password', { currentPassword: next, newPassword: firstRun.password })
  expect(back.status).toBe(204)
})

test('a new password must be good, and the current one right', async () => {
  const { browser } = await signIn('13800138000')
  const change = (currentPassword: string, newPassword: string) =>
    browser.post('password', { currentPassword, newPassword })
  expect((await change(firstRun.password, '七个字符的密码')).body).toMatchObject({
    code: 'password_too_short',
    errors: [{ path: '/newPassword' }],
  })
  expect((await change(firstRun.password, 'x'.repeat(257))).body.code).toBe('text_too_long')
  expect((await change('not it at all', 'good enough')).body.code).toBe('invalid_credentials')
  expect(
    (await openBrowser(server.app).post('password', { currentPassword: 'a', newPassword: 'b' })).status,
  ).toBe(401)
  expect((await browser.get('session')).status).toBe(200)
})

test('an account without e-mail is an account like any other', async () => {
  const [membership] = await server.auth.membershipsOf(
    (await server.auth.findAccountByIdentifier('13800138000'))!.id,
  )
  const account = await server.auth.createAccount(
    { name: '李明', mobile: '+886 912 345 678', password: 'formosa formosa' },
    {
      workspaceId: membership!.workspaceId,
      userId: membership!.userId,
      actorId: membership!.actorId,
      role: 'member',
    },
  )
  expect(account).toMatchObject({ email: null, mobile: '+886912345678' })
  const { browser, answer } = await signIn('+886912345678', 'formosa formosa')
  expect(answer.body.account).toEqual(account)
  expect((await browser.get('session')).body).toMatchObject({ role: 'member', account })
})

test('who belongs to no workspace cannot sign in, and is told so only after the right password', async () => {
  await server.auth.createAccount({ name: 'Ada', email: 'ada@example.com', password: 'analytical' })
  expect((await signIn('ada@example.com', 'wrong wrong')).answer.body.code).toBe('invalid_credentials')
  const { answer, browser } = await signIn('ada@example.com', 'analytical')
  expect([answer.status, answer.body.code]).toEqual([403, 'no_workspace'])
  expect(browser.cookie).toBeUndefined()
})

test.each([
  [{ name: 'B', email: 'wang.FANG@example.com', password: 'another horse' }, 'account_exists', undefined],
  [{ name: 'B', mobile: '13800138000', password: 'another horse' }, 'account_exists', undefined],
  [{ name: 'B', password: 'another horse' }, 'email_or_mobile_required', '/email'],
  [{ name: 'B', email: '  ', password: 'another horse' }, 'email_or_mobile_required', '/email'],
  [{ name: 'B', email: 'b@', password: 'another horse' }, 'invalid_email', '/email'],
  [{ name: 'B', email: 'b\0@example.com', password: 'another horse' }, 'invalid_email', '/email'],
  [{ name: 'B', mobile: '912345678', password: 'another horse' }, 'invalid_mobile', '/mobile'],
  [{ name: 'B', mobile: '+1', password: 'another horse' }, 'invalid_mobile', '/mobile'],
  [{ name: 'B', email: 'b@example.com', password: '1234567' }, 'password_too_short', '/password'],
  [{ name: 'B', email: 'b@example.com', password: '12345678' }, 'password_weak', '/password'],
  [{ name: ' ', email: 'b@example.com', password: 'another horse' }, 'required', '/name'],
  [{ name: 'B\0', email: 'b@example.com', password: 'another horse' }, 'invalid_text', '/name'],
  [{ name: '\udc00', email: 'b@example.com', password: 'another horse' }, 'invalid_text', '/name'],
  [{ name: '', email: 'b', password: '' }, 'invalid_input', '/name'],
])('refuses the account %j: %s', async (input, code, path) => {
  const failure = await server.auth.createAccount(input).catch((error: unknown) => error)
  expect(failure).toMatchObject({
    code,
    ...(path !== undefined && { issues: expect.arrayContaining([expect.objectContaining({ path })]) }),
  })
  const { rows } = await server.pool.query(`select count(*)::int n from kith.account where name in ('B', '')`)
  expect(rows[0]).toEqual({ n: 0 })
})
