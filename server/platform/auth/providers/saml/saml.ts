import type { SAML } from '@node-saml/node-saml'
import type { FormPlace, FormRequest, FormRequests, ProviderKind } from '../provider-kind.ts'
import { ProviderRefusal } from '../refusal.ts'
import { checkAssertion, type SignedAssertion, signedInAt } from './check-assertion.ts'
import { readMetadata } from './metadata.ts'
import { personOfAssertion } from './person-of-assertion.ts'
import { requirePlainXml } from './plain-xml.ts'
import { type SamlConfig, samlConfig } from './saml-config.ts'

/** How far clocks may differ, and how old an assertion may be, in milliseconds. */
const skew = 60_000
const oldest = 10 * 60_000

/** SHA-1 can be forged; keys that both sides share are nobody's signature. */
const signatures = /^http:\/\/www\.w3\.org\/2001\/04\/xmldsig-more#rsa-sha(256|384|512)$/
const digests = /^http:\/\/www\.w3\.org\/2001\/04\/(xmlenc#sha(256|512)|xmldsig-more#sha384)$/

/**
 * SAML 2.0 as a service provider: requests by redirect, answers by POST. Assertions must be signed by a key of the metadata, and
 * answer a request of ours that nobody answered before. Of an answer only what the signature covers is read.
 */
export const saml: ProviderKind<SamlConfig> = {
  kind: 'saml',
  config: samlConfig,
  async check({ metadata }) {
    readMetadata(metadata)
  },
  authority: ({ metadata }) => readMetadata(metadata).entityId,
  form: {
    async begin(config, place, request) {
      const library = await open(config, place, { request })
      return library.getAuthorizeUrlAsync(request.relayState, undefined, {})
    },

    async complete(config, answer, place, requests) {
      const text = answer.get('SAMLResponse') ?? ''
      const xml = Buffer.from(text, 'base64').toString('utf8')
      requirePlainXml(xml)
      requireGoodAlgorithms(xml)
      const destination = /^[^<]*(?:<\?xml[^>]*>\s*)?<[^>]*\sDestination="([^"]*)"/.exec(xml)?.[1]
      if (destination !== undefined && destination !== place.callbackUrl)
        throw new ProviderRefusal('saml_destination')
      const library = await open(config, place, { requests })
      const { profile } = await library
        .validatePostResponseAsync({ SAMLResponse: text })
        .catch((error: unknown) => {
          throw new ProviderRefusal('saml_refused', error)
        })
      const signed = profile?.getAssertion?.() as SignedAssertion | undefined
      if (profile == null || signed === undefined) throw new ProviderRefusal('saml_no_assertion')
      const requestId = checkAssertion(signed, {
        issuer: readMetadata(config.metadata).entityId,
        recipient: place.callbackUrl,
        skew,
      })
      if (!requests.isOpen(requestId)) throw new ProviderRefusal('saml_unsolicited')
      const person = personOfAssertion(
        {
          nameId: profile.nameID ?? '',
          nameIdFormat: profile.nameIDFormat ?? '',
          attributes: (profile.attributes ?? {}) as Record<string, unknown>,
        },
        config.trustsEmail === true,
      )
      return { person, requestId, signedInAt: signedInAt(signed) }
    },

    async metadata(config, place) {
      return (await open(config, place, {})).generateServiceProviderMetadata(null)
    },
  },
}

interface Concern {
  readonly request?: FormRequest
  readonly requests?: FormRequests
}

async function open(
  { metadata }: SamlConfig,
  { callbackUrl, metadataUrl }: FormPlace,
  { request, requests }: Concern,
): Promise<SAML> {
  const { SAML: Library, ValidateInResponseTo } = await import('@node-saml/node-saml')
  const { entityId, signInUrl, certificates } = readMetadata(metadata)
  const isOpen = (id: string | null) => id !== null && requests?.isOpen(id) === true
  return new Library({
    callbackUrl,
    entryPoint: signInUrl,
    issuer: metadataUrl,
    audience: metadataUrl,
    idpIssuer: entityId,
    idpCert: [...certificates],
    wantAssertionsSigned: true,
    // A signature over the answer around it is welcome, and not asked for: most providers sign the assertion alone.
    wantAuthnResponseSigned: false,
    acceptedClockSkewMs: skew,
    maxAssertionAgeMs: oldest,
    identifierFormat: null,
    disableRequestedAuthnContext: true,
    validateInResponseTo: ValidateInResponseTo.always,
    requestIdExpirationPeriodMs: oldest,
    ...(request && { generateUniqueId: () => request.id, forceAuthn: request.proveAnew }),
    // Requests are signed tickets, which need no memory until they are used; who takes one is written down in the database.
    cacheProvider: {
      saveAsync: async (_, value) => ({ value, createdAt: Date.now() }),
      getAsync: async (key) => (isOpen(key) ? new Date().toISOString() : null),
      removeAsync: async (key) => key,
    },
  })
}

function requireGoodAlgorithms(xml: string): void {
  const named = (element: string) =>
    [...xml.matchAll(new RegExp(`<(?:[\\w.-]+:)?${element}\\b[^>]*?\\sAlgorithm=["']([^"']*)["']`, 'g'))].map(
      ([, algorithm = '']) => algorithm,
    )
  const good =
    named('SignatureMethod').every((name) => signatures.test(name)) &&
    named('DigestMethod').every((name) => digests.test(name))
  if (!good) throw new ProviderRefusal('saml_algorithm')
}
