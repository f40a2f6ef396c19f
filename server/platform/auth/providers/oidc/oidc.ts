import type { Outbound } from '#server/platform/outbound/index.ts'
import { AppError } from '#shared/errors.ts'
import type { ProviderKind } from '../provider-kind.ts'
import { ProviderRefusal } from '../refusal.ts'
import { clockSkew, createOidcClient } from './oidc-client.ts'
import { type OidcConfig, oidcConfig } from './oidc-config.ts'
import { type Claims, personOfClaims } from './person-of-claims.ts'

/** Seconds since somebody signed in at the provider, where that shall have happened just now. */
const freshSeconds = 120

/** Seconds since an ID token was made: one that is older was not made for this visit. */
const oldestToken = 600

/**
 * OpenID Connect by authorization code with PKCE, state and nonce. The library checks the parameter `iss` of the answer, issuer,
 * audience, authorized party, expiry and nonce of the ID token, and its signature by the provider's published keys, with
 * asymmetric algorithms alone; keys that it does not know are asked for once a minute at most. No token is kept.
 */
export function createOidc(outbound: Outbound): ProviderKind<OidcConfig> {
  const clientOf = createOidcClient(outbound)
  const discovered = (config: OidcConfig) =>
    clientOf(config).catch((error: unknown) => {
      throw new ProviderRefusal('oidc_discovery', innermost(error))
    })
  return {
    kind: 'oidc',
    config: oidcConfig,
    authority: ({ issuer }) => issuer,
    redirect: {
      async begin(config, { callbackUrl, state, nonce, codeVerifier, proveAnew }) {
        const [client, oidc] = await Promise.all([discovered(config), import('openid-client')])
        const { scopes_supported: scopes = [] } = client.serverMetadata()
        return oidc.buildAuthorizationUrl(client, {
          redirect_uri: callbackUrl,
          scope: ['openid', 'profile', 'email', ...(scopes.includes('phone') ? ['phone'] : [])].join(' '),
          ...{ state, nonce, code_challenge_method: 'S256' },
          code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
          ...(proveAnew && { prompt: 'login', max_age: '0' }),
        }).href
      },
      async complete(config, answer, { callbackUrl, state, nonce, codeVerifier, proveAnew }) {
        const [client, oidc] = await Promise.all([discovered(config), import('openid-client')])
        const cameBack = new URL(callbackUrl)
        for (const [name, value] of answer) cameBack.searchParams.set(name, value)
        const tokens = await oidc
          .authorizationCodeGrant(client, cameBack, {
            expectedState: state,
            expectedNonce: nonce,
            pkceCodeVerifier: codeVerifier,
            idTokenExpected: true,
            ...(proveAnew && { maxAge: freshSeconds }),
          })
          .catch((error: unknown) => {
            throw refusalOf(error)
          })
        const claims = tokens.claims()
        if (claims === undefined) throw new ProviderRefusal('oidc_no_id_token')
        requireIssuedNow(claims.iat)
        // The library asks for whom it is only where several may read it.
        if (claims.azp !== undefined && claims.azp !== config.clientId)
          throw new ProviderRefusal('oidc_given_to_another')
        const more = isComplete(claims)
          ? {}
          : await userInfo(() => oidc.fetchUserInfo(client, tokens.access_token, claims.sub), client)
        return personOfClaims(claims.sub, { ...more, ...claims }, config.trustsEmail === true)
      },
    },
  }
}

/** Of an answer that is an error by the protocol its own word, of all else what the library says. */
function refusalOf(error: unknown): ProviderRefusal {
  const word =
    error instanceof Error && 'error' in error && typeof error.error === 'string' ? error.error : ''
  return new ProviderRefusal(/^\w{1,60}$/.test(word) ? `oidc_${word}` : 'oidc_refused', innermost(error))
}

/** Where an error says what was wrong: the library puts “unexpected value” around “unexpected "aud" value”. */
const innermost = (error: unknown): unknown =>
  error instanceof Error && !(error instanceof AppError) && error.cause instanceof Error
    ? innermost(error.cause)
    : error

function requireIssuedNow(issuedAt: number): void {
  const age = Date.now() / 1000 - issuedAt
  if (age < -clockSkew) throw new ProviderRefusal('oidc_token_of_the_future')
  if (age > oldestToken + clockSkew) throw new ProviderRefusal('oidc_token_too_old')
}

const isComplete = (claims: Claims): boolean =>
  claims.email !== undefined && (claims.name !== undefined || claims.preferred_username !== undefined)

/** What the ID token leaves out, where the provider tells it; of the same subject, or the sign-in fails. */
async function userInfo(
  ask: () => Promise<Claims>,
  client: { serverMetadata(): { readonly userinfo_endpoint?: string | undefined } },
): Promise<Claims> {
  if (client.serverMetadata().userinfo_endpoint === undefined) return {}
  return ask().catch((error: unknown) => {
    throw refusalOf(error)
  })
}
