import { ProviderRefusal } from '../refusal.ts'

/** The parts of a signed assertion that the library leaves to its user, as xml2js gives them. */
export interface SignedAssertion {
  readonly Assertion?: {
    readonly Issuer?: readonly { readonly _?: string }[]
    readonly AuthnStatement?: readonly { readonly $?: { readonly AuthnInstant?: string } }[]
    readonly Subject?: readonly {
      readonly SubjectConfirmation?: readonly {
        readonly $?: { readonly Method?: string }
        readonly SubjectConfirmationData?: readonly { readonly $?: Readonly<Record<string, string>> }[]
      }[]
    }[]
  }
}

interface Expected {
  readonly issuer: string
  readonly recipient: string
  /** Milliseconds that clocks may differ. */
  readonly skew: number
}

const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer'

/**
 * What SAML's browser profile asks of the receiver (Profiles 4.1.4.3): who says it, to whom, in answer to what, until when.
 * @returns the request that the assertion, not the unsigned answer around it, says it answers
 * @throws ProviderRefusal
 */
export function checkAssertion(
  { Assertion }: SignedAssertion,
  { issuer, recipient, skew }: Expected,
): string {
  if (Assertion?.Issuer?.[0]?._?.trim() !== issuer) throw new ProviderRefusal('saml_issuer')
  const confirmations = (Assertion.Subject?.[0]?.SubjectConfirmation ?? []).filter(
    ({ $ }) => $?.Method === bearer,
  )
  const [data, another] = confirmations.map((one) => one.SubjectConfirmationData?.[0]?.$ ?? {})
  if (data === undefined || another !== undefined) throw new ProviderRefusal('saml_confirmation')
  if (data.Recipient !== recipient) throw new ProviderRefusal('saml_recipient')
  if (data.NotBefore !== undefined) throw new ProviderRefusal('saml_confirmation')
  const until = Date.parse(data.NotOnOrAfter ?? '')
  if (!(until + skew > Date.now())) throw new ProviderRefusal('saml_expired')
  if (data.InResponseTo === undefined) throw new ProviderRefusal('saml_unsolicited')
  return data.InResponseTo
}

/** When they showed the provider who they are; null where it does not say. */
export function signedInAt({ Assertion }: SignedAssertion): number | null {
  const at = Date.parse(Assertion?.AuthnStatement?.[0]?.$?.AuthnInstant ?? '')
  return Number.isNaN(at) ? null : at
}
