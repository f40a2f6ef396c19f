import type { Configuration } from 'openid-client'
import { asFetch, type Outbound } from '#server/platform/outbound/index.ts'
import type { OidcConfig } from './oidc-config.ts'

/** A provider as its discovery document describes it, with its keys; known for some minutes. */
export type OidcClient = (config: OidcConfig) => Promise<Configuration>

/** Seconds that the provider's clock may be ahead or behind. */
export const clockSkew = 60

const knownFor = 10 * 60 * 1000
const mostKnown = 100

/** Discovery is asked for anew after ten minutes, and at once after it failed. */
export function createOidcClient(outbound: Outbound): OidcClient {
  const known = new Map<string, { readonly until: number; readonly client: Promise<Configuration> }>()
  return (config) => {
    const { issuer, clientId, clientSecret = '' } = config
    const key = JSON.stringify([issuer, clientId, clientSecret])
    const entry = known.get(key)
    if (entry !== undefined && entry.until > Date.now()) return entry.client
    const client = discover(outbound, config)
    known.delete(key)
    if (known.size >= mostKnown) known.delete(known.keys().next().value ?? '')
    known.set(key, { until: Date.now() + knownFor, client })
    client.catch(() => known.delete(key))
    return client
  }
}

async function discover(outbound: Outbound, { issuer, clientId, clientSecret }: OidcConfig) {
  const oidc = await import('openid-client')
  const url = new URL(issuer)
  const ask = asFetch(outbound)
  return oidc.discovery(
    url,
    clientId,
    { [oidc.clockTolerance]: clockSkew },
    clientSecret === undefined ? oidc.None() : oidc.ClientSecretBasic(clientSecret),
    {
      [oidc.customFetch]: (address, { body, headers, method, redirect, signal }) =>
        ask(address, {
          ...{ headers, method, redirect },
          ...(body != null && { body: String(body) }),
          ...(signal && { signal }),
        }),
      execute: [
        // The token comes by TLS from the provider itself, and is signed as well: both are looked at.
        oidc.enableNonRepudiationChecks,
        // Which servers may be spoken to without TLS is the operator's to say, in KITH_OUTBOUND_ALLOW.
        ...(url.protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
      ],
    },
  )
}
