import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstRun } from '../testing/browser.ts'
import type { ProviderDocument } from './provider.ts'
import { type OidcServer, startOidcServer } from './testing/oidc-server.ts'
import { SamlProvider, saidTo } from './testing/saml-provider.ts'
import { type SignInServer, startSignIn } from './testing/start-sign-in.ts'
import type { Visitor } from './testing/visitor.ts'

let oidc: OidcServer
let server: SignInServer

beforeAll(async () => {
  oidc = await startOidcServer()
  server = await startSignIn([oidc.host])
})
afterAll(async () => {
  await server.stop()
  await oidc.stop()
})

/** Adds one that is off, as the form does. */
const addOff = (kind: 'oidc' | 'saml', config: object) =>
  server.add(kind, config, { enabled: undefined, provision: true, name: kind })

async function tryBy(visitor: Visitor, { id }: ProviderDocument): Promise<string> {
  const { status, text } = await visitor.ask('POST', `identity-providers/${id}/try`)
  if (status !== 200) throw new Error(text)
  return (JSON.parse(text) as { data: { address: string } }).data.address
}

async function documentOf({ id }: ProviderDocument): Promise<ProviderDocument> {
  const { text } = await server.owner.ask('GET', 'identity-providers')
  const { data } = JSON.parse(text) as { data: ProviderDocument[] }
  return data.find((one) => one.id === id)!
}

describe('OpenID Connect', () => {
  let provider: ProviderDocument
  beforeAll(async () => {
    const { issuer, clientId, clientSecret } = oidc
    provider = await addOff('oidc', { issuer, clientId, clientSecret })
    oidc.register(provider.callbackUrl ?? '')
  })

  test('a new provider is off and untried: nobody is offered it, nobody comes in by it', async () => {
    expect(provider).toMatchObject({ enabled: false, trial: null })
    const choices = await server.visitor().ask('GET', 'providers')
    expect(choices.text).not.toContain(provider.id)
    await expect(server.visitor().begin(provider.id)).rejects.toThrow('sign_in_failed')
  })

  test('it is tried while it is off; that tells who came and what a sign-in would come to, and changes nothing', async () => {
    oidc.person = { sub: 'lin-1', name: '林知夏', email: 'lin@three-leaf.example', email_verified: true }
    const before = await server.owner.session()
    const address = await tryBy(server.owner, provider)
    expect(await server.owner.come(await server.owner.follow(address))).toMatchObject({
      status: 303,
      location: `/settings/single-sign-on?tried=${provider.id}`,
    })
    expect((await documentOf(provider)).trial).toMatchObject({
      reason: null,
      person: { name: '林知夏', subject: 'lin-1', email: 'lin@three-leaf.example', emailVerified: true },
      outcome: 'newMember',
    })
    expect((await server.owner.session())?.account).toEqual(before?.account)
    const { rowCount } = await server.pool.query(
      `select from kith.credential where provider_account_id = 'lin-1'`,
    )
    expect(rowCount).toBe(0)
  })

  test('whoever would be refused is named, with the reason', async () => {
    await server.owner.ask('PATCH', `identity-providers/${provider.id}`, { provision: false })
    await server.owner.come(await server.owner.follow(await tryBy(server.owner, provider)))
    expect((await documentOf(provider)).trial).toMatchObject({
      reason: 'unknown_person',
      person: { subject: 'lin-1' },
      outcome: 'refused',
    })
  })

  test('a trial that fails tells who tries why, as the sign-in page never does', async () => {
    oidc.person = null
    // A browser that the provider has not seen yet: the other one is still signed in there.
    const visitor = server.visitor()
    const { email: identifier, password } = firstRun
    await visitor.ask('POST', 'sign-in', { identifier, password })
    expect(await visitor.come(await visitor.follow(await tryBy(visitor, provider)))).toMatchObject({
      location: `/settings/single-sign-on?tried=${provider.id}`,
    })
    expect((await documentOf(provider)).trial).toMatchObject({
      reason: expect.stringMatching(/^oidc_access_denied/),
      person: null,
      outcome: null,
    })
  })

  test('the way of a trial opens no session, in whatever browser it ends', async () => {
    oidc.person = { sub: 'lin-1', name: '林知夏' }
    const address = await tryBy(server.owner, provider)
    const back = await server.owner.follow(address)
    const stranger = server.visitor()
    expect(await stranger.come(back)).toMatchObject({ location: '/sign-in?failed=provider' })
    expect(await stranger.session()).toBeUndefined()
  })

  test('another configuration is untried, and a new name alone is not', async () => {
    const path = `identity-providers/${provider.id}`
    await server.owner.ask('PATCH', path, { name: 'Staff' })
    expect((await documentOf(provider)).trial).not.toBeNull()
    const { issuer, clientId } = oidc
    await server.owner.ask('PATCH', path, { config: { issuer, clientId, trustsEmail: true } })
    expect((await documentOf(provider)).trial).toBeNull()
  })

  test('who may not set up providers tries none', async () => {
    const path = `identity-providers/${provider.id}/try`
    expect(await server.visitor().ask('POST', path)).toMatchObject({ status: 401 })
    await server.owner.ask('PATCH', `identity-providers/${provider.id}`, { enabled: true, provision: true })
    const member = server.visitor()
    expect(await member.signIn(provider.id)).toMatchObject({ location: '/' })
    expect(await member.ask('POST', path)).toMatchObject({ status: 403 })
  })
})

describe('SAML', () => {
  const idp = new SamlProvider()
  let provider: ProviderDocument
  beforeAll(async () => {
    provider = await addOff('saml', { metadata: idp.metadata(), trustsEmail: true })
  })

  async function answerTrial(xmlOf: (said: ReturnType<typeof saidTo>) => string): Promise<string> {
    const { id, relayState } = SamlProvider.requestIn(await tryBy(server.owner, provider))
    const xml = xmlOf(saidTo(idp, provider, id))
    const posted = await server.owner.postForm(`/api/v1/auth/providers/${provider.id}/callback`, {
      SAMLResponse: Buffer.from(xml).toString('base64'),
      RelayState: relayState,
    })
    return (await server.owner.come(posted.location)).location
  }

  test('is tried while it is off, which tells who came', async () => {
    expect(await answerTrial((said) => idp.answer(said))).toBe(
      `/settings/single-sign-on?tried=${provider.id}`,
    )
    expect(await documentOf(provider)).toMatchObject({
      enabled: false,
      trial: { reason: null, person: { subject: 'lin-4711', email: 'lin@three-leaf.example' } },
    })
  })

  test('tells who tries why it failed', async () => {
    await answerTrial((said) => idp.answer({ ...said, audience: 'https://other.example' }))
    expect((await documentOf(provider)).trial).toMatchObject({
      reason: expect.stringMatching(/audience/i),
      person: null,
      outcome: null,
    })
  })

  test('nobody comes in by it before it is turned on', async () => {
    await expect(server.visitor().begin(provider.id)).rejects.toThrow('sign_in_failed')
  })
})
