import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { firstRun } from './testing/browser.ts'
import { type FoundedAuth, startFounded } from './testing/start-founded.ts'

/** A password takes seconds to look at where two cores have much to do. */
const patience = 120_000

let server: FoundedAuth
/** Of somebody who is in no workspace of the one who asks. */
const known = { email: 'somebody@example.com', mobile: '+8613911112222' }
const unknown = { email: 'nobody12@example.com', mobile: '+8613911113333' }

beforeAll(async () => {
  server = await startFounded()
  await server.auth.createAccount({ name: 'Somebody', password: firstRun.password, ...known })
})
afterAll(() => server.stop())
beforeEach(() => server.pool.query('delete from kith.sign_in_attempt'))

/** Ids and moments that differ with every answer, whoever is asked about, and what was sent itself. */
const drawn =
  /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|\d{4}-\d\d-\d\dT[\d:.]+Z|"(challenge|token|address)":"[^"]*"/g

async function ask(path: string, payload: object, { signedIn = false } = {}) {
  const answer = await server.app.inject({
    method: 'POST',
    url: `/api/v1/auth/${path}`,
    headers: {
      'sec-fetch-site': 'same-origin',
      ...(signedIn && server.owner.cookie !== undefined && { cookie: server.owner.cookie }),
    },
    payload,
  })
  const { 'x-request-id': _, date: __, ...headers } = answer.headers
  const typed = [...Object.values(known), ...Object.values(unknown)]
  const body = typed.reduce((text, way) => text.replaceAll(way, 'TYPED'), answer.body.replace(drawn, 'DRAWN'))
  return { status: answer.statusCode, headers, body }
}

const ticket = 'not-a-ticket'
const password = 'not the password'
const { id: role, provider } = { id: randomUUID(), provider: randomUUID() }
const elsewhere = `providers/${provider}`

/** Where somebody who may be anybody says, or is asked, who they are: by an address, by a number. */
const doors: readonly [
  name: string,
  path: string,
  body: (way: string, kind: 'email' | 'mobile') => object,
][] = [
  ['sign-in', 'sign-in', (identifier) => ({ identifier, password })],
  ['the code after it', 'sign-in/code', (way) => ({ ticket: `${ticket}${way.length}`, code: '000000' })],
  ['sign-in by a provider’s password', `${elsewhere}/sign-in`, (identifier) => ({ identifier, password })],
  [
    'the way to a provider',
    `${elsewhere}/begin`,
    (way) => ({ returnTo: `/?who=${encodeURIComponent(way)}` }),
  ],
  ['the way to a passkey', 'sign-in/passkey/options', () => ({})],
  ['a look at an invitation', 'join/look', (way) => ({ token: way.padEnd(43, 'x') })],
  [
    'an invitation that is none',
    'join',
    (way, kind) => ({ token: 'x'.repeat(43), name: 'A', password: 'klei wurm drie', [kind]: way }),
  ],
]

test.each(doors)(
  '%s answers alike whether or not there is such an account',
  async (_, path, body) => {
    for (const kind of ['email', 'mobile'] as const) {
      const answer = await ask(path, body(unknown[kind], kind))
      expect(await ask(path, body(known[kind], kind))).toEqual(answer)
      expect(answer.status).toBeLessThan(500)
      // A door that is not there tells nothing either.
      expect(answer.body).not.toContain('"code":"not_found"')
    }
  },
  patience,
)

test('who invites somebody learns nothing of accounts elsewhere', async () => {
  const invite = (email: string) =>
    ask('invitations', { emails: [email], roleIds: [role] }, { signedIn: true })
  const answer = await invite(unknown.email)
  expect(answer.status).toBe(201)
  expect(await invite(known.email)).toEqual(answer)
})

test('there is no other door at which somebody says who they are', () => {
  const said = /"(identifier|email|mobile)"/
  const open = server.app.contracts
    .filter(({ permission, body }) => permission === 'anyone' && said.test(JSON.stringify(body ?? {})))
    .map(({ path }) => path)
  expect(open.sort()).toEqual([
    '/auth/first-run',
    '/auth/join',
    '/auth/providers/:id/sign-in',
    '/auth/sign-in',
  ])
})
