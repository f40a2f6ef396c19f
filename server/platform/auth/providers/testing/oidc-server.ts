import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import Provider, { type Context } from 'oidc-provider'

export type Claims = Readonly<Record<string, unknown>> & { readonly sub: string }

/** npm's `oidc-provider` on loopback, whose people sign in without a page of their own. */
export interface OidcServer {
  readonly issuer: string
  readonly host: string
  readonly clientId: string
  readonly clientSecret: string
  /** Who signs in next; null declines. */
  person: Claims | null
  /** @param callbackUrl where browsers may be sent back to */
  register(callbackUrl: string): void
  stop(): Promise<void>
}

const people = new Map<string, Claims>()

export async function startOidcServer(): Promise<OidcServer> {
  let handle = (_: IncomingMessage, response: ServerResponse): void => void response.writeHead(404).end()
  const server = createServer((request, response) => handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const host = `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  const oidc: OidcServer = {
    issuer: `http://${host}`,
    host,
    clientId: 'kith',
    clientSecret: 'a secret between the two',
    person: null,
    register(callbackUrl) {
      const provider = createProvider(oidc, callbackUrl)
      const serve = provider.callback()
      handle = (request, response) => {
        if (request.url?.startsWith('/interaction/')) void interact(provider, oidc, request, response)
        else void serve(request, response)
      }
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return oidc
}

const createProvider = ({ issuer, clientId, clientSecret }: OidcServer, callbackUrl: string): Provider =>
  new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [callbackUrl] }],
    claims: {
      openid: ['sub'],
      profile: ['name'],
      email: ['email', 'email_verified'],
      phone: ['phone_number', 'phone_number_verified'],
    },
    scopes: ['openid', 'profile', 'email', 'phone'],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: Context, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: async (_: Context, sub: string) => ({ accountId: sub, claims: async () => people.get(sub) }),
    ttl: { Session: 600, Interaction: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    cookies: { keys: ['a key of the test'] },
  })

async function interact(
  provider: Provider,
  { person, clientId }: OidcServer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (person === null)
    return provider.interactionFinished(request, response, {
      error: 'access_denied',
      error_description: 'no',
    })
  people.set(person.sub, person)
  const { prompt, params } = await provider.interactionDetails(request, response)
  if (prompt.name === 'login')
    return provider.interactionFinished(request, response, { login: { accountId: person.sub } })
  const grant = new provider.Grant({ clientId, accountId: person.sub })
  grant.addOIDCScope(String(params.scope))
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } })
}
