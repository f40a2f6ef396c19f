import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ProviderDocument } from '../provider.ts'
import { type Said, SamlProvider, saidTo, strangersKey } from '../testing/saml-provider.ts'
import { type SignInServer, startSignIn } from '../testing/start-sign-in.ts'
import type { Step, Visitor } from '../testing/visitor.ts'

let idp: SamlProvider
let server: SignInServer
let provider: ProviderDocument

beforeAll(async () => {
  idp = new SamlProvider()
  server = await startSignIn([])
  provider = await server.add(
    'saml',
    { metadata: idp.metadata(), trustsEmail: true },
    { provision: true, name: 'Staff' },
  )
})
afterAll(() => server.stop())
beforeEach(() => {
  server.events.length = 0
})

const failed = { status: 303, location: '/sign-in?failed=provider' }

interface Begun {
  readonly browser: Visitor
  readonly said: Said
  readonly relayState: string
}

async function begin(browser = server.visitor(), body: object = {}): Promise<Begun> {
  const { id, relayState } = SamlProvider.requestIn(await browser.begin(provider.id, body))
  return { browser, said: saidTo(idp, provider, id), relayState }
}

/** Posts an answer as the provider's page does, and goes where that leads. */
async function post({ browser, relayState }: Begun, xml: string): Promise<Step> {
  const step = await browser.postForm(`/api/v1/auth/providers/${provider.id}/callback`, {
    SAMLResponse: Buffer.from(xml).toString('base64'),
    RelayState: relayState,
  })
  return step.location.includes('/callback?') ? browser.come(step.location) : step
}

/** Answers with something bent. @returns why it was refused */
async function refused(bend: (begun: Begun) => string): Promise<string> {
  const begun = await begin()
  expect(await post(begun, bend(begun))).toMatchObject(failed)
  expect(await begun.browser.session()).toBeUndefined()
  return server.reason() ?? ''
}

test('a signed answer to a request of ours signs in, whatever the relay state says', async () => {
  const begun = await begin()
  expect(await post({ ...begun, relayState: 'https://evil.example/' }, idp.answer(begun.said))).toMatchObject(
    {
      status: 303,
      location: '/',
    },
  )
  expect(await begun.browser.session()).toMatchObject({
    account: { name: '林知夏', email: 'lin@three-leaf.example' },
    providerId: provider.id,
  })
})

test('the provider is told what it has to know of Kith', async () => {
  const { status, text } = await server.visitor().ask('GET', `providers/${provider.id}/metadata`)
  expect(status).toBe(200)
  expect(text).toContain(`entityID="${provider.metadataUrl}"`)
  expect(text).toContain(`Location="${provider.callbackUrl}"`)
  expect(text).toContain('WantAssertionsSigned="true"')
})

test('an answer counts once, and for the browser that asked alone', async () => {
  const begun = await begin()
  const xml = idp.answer(begun.said)
  const other = await begin()
  // Posted in a browser that did not begin it.
  expect(await post({ ...other, relayState: '' }, xml)).toMatchObject(failed)
  expect(server.reason()).toBe('state_unknown_to_browser')
  expect(await post(begun, xml)).toMatchObject(failed)
  expect(server.reason()).toBe('answer_replayed')
})

describe('of an answer that was bent', () => {
  test('an assertion without a signature is refused', async () => {
    expect(await refused(({ said }) => idp.response(said, idp.assertion(said)))).toMatch(/^saml_refused/)
  })
  test('a key that no metadata names signs nothing', async () => {
    const key = strangersKey()
    expect(await refused(({ said }) => idp.sign(idp.response(said, idp.assertion(said)), key))).toMatch(
      /^saml_refused/,
    )
  })
  test('a name that was changed after it was signed is refused', async () => {
    expect(await refused(({ said }) => idp.answer(said).replace('lin-4711', 'boss'))).toMatch(/^saml_refused/)
  })
  test('SHA-1 signs nothing', async () => {
    const sha1 = 'http://www.w3.org/2000/09/xmldsig#rsa-sha1'
    expect(
      await refused(({ said }) => idp.sign(idp.response(said, idp.assertion(said)), idp.key, sha1)),
    ).toBe('saml_algorithm')
  })
  test('a comment in the name is refused', async () => {
    expect(await refused(({ said }) => idp.answer(said).replace('lin-4711', 'lin<!-- -->-4711'))).toBe(
      'xml_not_plain',
    )
  })
  test.each([
    ['an entity that reads a file', '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;'],
    [
      'a billion laughs',
      `<!DOCTYPE r [<!ENTITY a "ha">${[...'bcdefghij'].map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}]>`,
      '&j;',
    ],
    ['an instruction', '<?xml-stylesheet href="https://evil.example/x.xsl"?>', ''],
  ])('%s is refused', async (_, head, use) => {
    expect(await refused(({ said }) => `${head}${idp.answer(said).replace('lin-4711', `lin${use}`)}`)).toBe(
      'xml_not_plain',
    )
  })
  test.each<[string, Partial<Said>, RegExp]>([
    ['for somebody else', { audience: 'https://other.example' }, /audience/i],
    ['to another address', { recipient: 'https://other.example/acs' }, /^saml_recipient/],
    ['sent to another address', { destination: 'https://other.example/acs' }, /^saml_destination/],
    ['by another issuer', { issuer: 'https://other.example' }, /issuer/i],
    ['in answer to nothing that was asked', { inResponseTo: '_abc' }, /^saml_/],
    ['that is not valid yet', { from: Date.now() + 120_000 }, /^saml_refused/],
    ['that expired', { from: Date.now() - 400_000, until: Date.now() - 120_000 }, /^saml_/],
    [
      'under a name that changes',
      { format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient' },
      /^saml_name_changes/,
    ],
  ])('one %s is refused', async (_, bent, reason) => {
    expect(await refused(({ said }) => idp.answer({ ...said, ...bent }))).toMatch(reason)
  })
  test('clocks may differ by a minute', async () => {
    const begun = await begin()
    const { said } = begun
    const step = await post(
      begun,
      idp.answer({ ...said, from: Date.now() + 30_000, until: Date.now() + 330_000 }),
    )
    expect(step.location).toBe('/')
    const late = await begin()
    const times = { from: Date.now() - 300_000, until: Date.now() - 30_000 }
    expect((await post(late, idp.answer({ ...late.said, ...times }))).location).toBe('/')
  })
})

/** The eight ways to wrap a signature (Somorovsky et al., 2012), as far as an assertion that is signed itself has them. */
describe('a signature that is wrapped around somebody else', () => {
  const signature = (xml: string) => /<(?:ds:)?Signature[\s\S]*?<\/(?:ds:)?Signature>/.exec(xml)?.[0] ?? ''
  const assertionOf = (xml: string) => /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(xml)?.[0] ?? ''
  const evil = (said: Said, id: string, inside = '') =>
    idp.assertion({ ...said, nameId: 'boss' }, id).replace('</saml:Issuer>', `</saml:Issuer>${inside}`)
  const idOf = (xml: string) => /<saml:Assertion[^>]*\sID="([^"]+)"/.exec(xml)?.[1] ?? ''

  test.each<[string, (said: Said, signed: string) => string]>([
    [
      '1: the signed answer inside an answer of its own',
      (said, signed) =>
        idp.response(said, `${evil(said, '_evil')}<samlp:Extensions>${signed}</samlp:Extensions>`),
    ],
    [
      '2: detached, beside the signed answer',
      (said, signed) =>
        idp.response(
          said,
          `${signature(signed)}${evil(said, '_evil')}${assertionOf(signed).replace(signature(signed), '')}`,
        ),
    ],
    [
      '3: an evil assertion before the signed one',
      (said, signed) => signed.replace('<saml:Assertion', `${evil(said, '_evil')}<saml:Assertion`),
    ],
    [
      '4: the signed one inside the evil one',
      (said, signed) => idp.response(said, evil(said, '_evil', assertionOf(signed))),
    ],
    [
      '5: the evil one with the signature, the signed one at the end',
      (said, signed) =>
        idp.response(
          said,
          `${evil(said, '_evil', signature(signed))}${assertionOf(signed).replace(signature(signed), '')}`,
        ),
    ],
    [
      '6: the signed one inside the signature of the evil one',
      (said, signed) =>
        idp.response(
          said,
          evil(
            said,
            '_evil',
            signature(signed).replace(
              /<\/(ds:)?Signature>$/,
              (end) => `<Object>${assertionOf(signed).replace(signature(signed), '')}</Object>${end}`,
            ),
          ),
        ),
    ],
    [
      '7: the signed one inside extensions',
      (said, signed) =>
        idp.response(
          said,
          `<samlp:Extensions>${assertionOf(signed)}</samlp:Extensions>${evil(said, '_evil')}`,
        ),
    ],
    [
      '8: two of the same id',
      (said, signed) =>
        idp.response(
          said,
          evil(
            said,
            idOf(signed),
            signature(signed).replace(
              /<\/(ds:)?Signature>$/,
              (end) => `<Object>${assertionOf(signed).replace(signature(signed), '')}</Object>${end}`,
            ),
          ),
        ),
    ],
  ])('%s', async (_, wrap) => {
    const reason = await refused(({ said }) => wrap(said, idp.answer(said)))
    expect(reason).toMatch(/^saml_/)
    const { rowCount } = await server.pool.query(
      `select from kith.credential where provider_account_id = 'boss'`,
    )
    expect(rowCount).toBe(0)
  })
})

describe('a proof that somebody sits there', () => {
  async function proveAgain(said: Partial<Said>): Promise<{ location: string; proved: boolean }> {
    const begun = await begin()
    await post(begun, idp.answer(begun.said))
    await server.pool.query(
      `update kith.session set proved_at = now() - interval '1 day' where provider_id is not null`,
    )
    const again = await begin(begun.browser, { purpose: 'proof' })
    const { location } = await post(again, idp.answer({ ...again.said, ...said }))
    const { rowCount } = await server.pool.query(
      `select from kith.session where provider_id is not null and proved_at > now() - interval '1 hour'`,
    )
    return { location, proved: rowCount === 1 }
  }

  test('is asked for with a new sign-in at the provider', async () => {
    const browser = server.visitor()
    const begun = await begin(browser)
    await post(begun, idp.answer(begun.said))
    const { xml } = SamlProvider.requestIn(await browser.begin(provider.id, { purpose: 'proof' }))
    expect(xml).toContain('ForceAuthn="true"')
  })

  test('is one by an answer of a sign-in just now', async () => {
    expect(await proveAgain({})).toEqual({ location: '/sign-in/confirmed', proved: true })
  })

  test.each<[string, Partial<Said>, string]>([
    ['of a sign-in of yesterday', { signedInAt: Date.now() - 86_400_000 }, 'not_proved_anew'],
    ['of somebody else', { nameId: 'mo-4712', email: null }, 'proof_of_another_account'],
  ])('is none by an answer %s', async (_, said, reason) => {
    expect(await proveAgain(said)).toEqual({
      location: '/sign-in/confirmed?failed=provider',
      proved: false,
    })
    expect(server.reason()).toBe(reason)
  })
})

test.each([
  ['no XML', 'not xml'],
  ['a document type', '<!DOCTYPE x><EntityDescriptor/>'],
  ['nobody', '<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="x"/>'],
])('metadata that are %s are refused', async (_, metadata) => {
  await expect(server.add('saml', { metadata })).rejects.toThrow('invalid_saml_metadata')
})
