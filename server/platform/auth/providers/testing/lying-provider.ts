import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Neighbour, startNeighbour } from '#server/platform/outbound/testing.ts'

type Members = Readonly<Record<string, unknown>>
type Page = 'discovery' | 'jwks' | 'token' | 'userinfo'

/** A key pair and what it is called. */
export interface SigningKey {
  readonly kid: string
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
}

const pages: Readonly<Record<string, Page>> = {
  '.well-known/openid-configuration': 'discovery',
  jwks: 'jwks',
  token: 'token',
  userinfo: 'userinfo',
}

/** Speaks OpenID Connect as a provider does, and says and signs whatever a test wants it to. */
export class LyingProvider {
  /** What its discovery document says otherwise. */
  metadata: Members = {}
  /** Keys that it publishes. */
  published: SigningKey[]
  /** The next ID token. */
  idToken = ''
  userInfo: Members = {}
  /** Pages that answer in a way of their own. */
  readonly bent = new Map<Page, (response: ServerResponse) => void>()
  /** Its issuer is a path of the server, so that each test can have one that nobody knows yet. */
  place = 'first'
  readonly neighbour: Neighbour

  private constructor(neighbour: Neighbour) {
    this.neighbour = neighbour
    this.published = [newKey('first')]
  }

  static async start(): Promise<LyingProvider> {
    let answer = (_: IncomingMessage, response: ServerResponse): void => void response.writeHead(404).end()
    const neighbour = await startNeighbour((request, response) => answer(request, response))
    const provider = new LyingProvider(neighbour)
    answer = (request, response) => provider.#answer(request, response)
    return provider
  }

  get host(): string {
    return `127.0.0.1:${this.neighbour.port}`
  }

  get issuer(): string {
    return `http://${this.host}/${this.place}`
  }

  /** How often a page was asked for. */
  asked(page: Page): number {
    return this.neighbour.seen.filter(({ url }) => pageOf(url) === page).length
  }

  stop(): Promise<void> {
    return this.neighbour.stop()
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const page = pageOf(request.url ?? '')
    const bent = page && this.bent.get(page)
    // Nobody ever answers there.
    if (request.url?.endsWith('/silent')) return
    if (bent) bent(response)
    else if (page === undefined) response.writeHead(404).end()
    else {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(this.#pages[page]()))
    }
  }

  readonly #pages: Readonly<Record<Page, () => Members>> = {
    discovery: () => ({
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      jwks_uri: `${this.issuer}/jwks`,
      userinfo_endpoint: `${this.issuer}/userinfo`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
      ...this.metadata,
    }),
    jwks: () => ({
      keys: this.published.map(({ kid, publicKey }) => ({
        ...publicKey.export({ format: 'jwk' }),
        ...{ kid, alg: 'RS256', use: 'sig' },
      })),
    }),
    token: () => ({ access_token: 'AT', token_type: 'Bearer', expires_in: 60, id_token: this.idToken }),
    userinfo: () => this.userInfo,
  }
}

function pageOf(url: string): Page | undefined {
  const [, , ...rest] = (url.split('?', 1)[0] ?? '').split('/')
  return pages[rest.join('/')]
}

export function newKey(kid: string): SigningKey {
  return { kid, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) }
}

const encoded = (members: Members) => Buffer.from(JSON.stringify(members)).toString('base64url')

/** A JSON Web Token (RFC 7515) with the signature of a key, of a shared secret (HS256), or none (`alg: none`). */
export function tokenOf(claims: Members, by: SigningKey | { readonly secret: string } | 'nobody'): string {
  if (by === 'nobody') return `${encoded({ alg: 'none', typ: 'JWT' })}.${encoded(claims)}.`
  if ('secret' in by) {
    const text = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(claims)}`
    return `${text}.${createHmac('sha256', by.secret).update(text).digest('base64url')}`
  }
  const text = `${encoded({ alg: 'RS256', typ: 'JWT', kid: by.kid })}.${encoded(claims)}`
  return `${text}.${sign('sha256', Buffer.from(text), by.privateKey).toString('base64url')}`
}
