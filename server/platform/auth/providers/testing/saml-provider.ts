import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { SignedXml } from 'xml-crypto'
import { makeCertificate } from '#test/support/certificate.ts'

/** What an answer says; every part can be bent. */
export interface Said {
  readonly nameId: string
  readonly format: string
  readonly email: string | null
  readonly issuer: string
  readonly audience: string
  readonly recipient: string
  readonly destination: string
  readonly inResponseTo: string
  /** Milliseconds since 1970. */
  readonly from: number
  readonly until: number
  /** When they signed in there. */
  readonly signedInAt: number
}

const persistent = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent'
const assertionPath = "//*[local-name(.)='Assertion']"

/** A SAML provider that signs whatever it is told to. */
export class SamlProvider {
  readonly entityId = 'https://idp.example/metadata'
  readonly key: string
  private readonly certificate: string

  constructor() {
    const { cert, key } = makeCertificate({ names: ['idp.example'], type: 'rsa' })
    this.key = key
    this.certificate = cert.replace(/-----[^-]+-----|\s/g, '')
  }

  metadata(): string {
    return `<?xml version="1.0"?><md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="${this.entityId}"><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${this.certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor><md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.example/sso"/></md:IDPSSODescriptor></md:EntityDescriptor>`
  }

  /** What an address that a browser was sent to asks. */
  static requestIn(address: string): {
    readonly id: string
    readonly relayState: string
    readonly xml: string
  } {
    const { searchParams } = new URL(address)
    const xml = inflateRawSync(Buffer.from(searchParams.get('SAMLRequest') ?? '', 'base64')).toString()
    return {
      id: /\sID="([^"]+)"/.exec(xml)?.[1] ?? '',
      relayState: searchParams.get('RelayState') ?? '',
      xml,
    }
  }

  assertion(said: Said, id = `_${randomUUID()}`): string {
    const at = (time: number) => new Date(time).toISOString()
    const mail =
      said.email === null
        ? ''
        : `<saml:AttributeStatement><saml:Attribute Name="mail"><saml:AttributeValue>${said.email}</saml:AttributeValue></saml:Attribute><saml:Attribute Name="displayName"><saml:AttributeValue>林知夏</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>`
    return `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id}" Version="2.0" IssueInstant="${at(said.from)}"><saml:Issuer>${said.issuer}</saml:Issuer><saml:Subject><saml:NameID Format="${said.format}">${said.nameId}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData InResponseTo="${said.inResponseTo}" NotOnOrAfter="${at(said.until)}" Recipient="${said.recipient}"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${at(said.from)}" NotOnOrAfter="${at(said.until)}"><saml:AudienceRestriction><saml:Audience>${said.audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="${at(said.signedInAt)}"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>${mail}</saml:Assertion>`
  }

  response(said: Said, inside: string): string {
    return `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r${randomUUID()}" Version="2.0" IssueInstant="${new Date().toISOString()}" Destination="${said.destination}" InResponseTo="${said.inResponseTo}"><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${said.issuer}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>${inside}</samlp:Response>`
  }

  /** Signs the assertion in a document, in its place. */
  sign(xml: string, key = this.key, algorithm = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'): string {
    const signer = new SignedXml({
      privateKey: key,
      signatureAlgorithm: algorithm,
      canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
    })
    signer.addReference({
      xpath: assertionPath,
      digestAlgorithm: algorithm.includes('sha1')
        ? 'http://www.w3.org/2000/09/xmldsig#sha1'
        : 'http://www.w3.org/2001/04/xmlenc#sha256',
      transforms: [
        'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
        'http://www.w3.org/2001/10/xml-exc-c14n#',
      ],
    })
    signer.computeSignature(xml, {
      location: { reference: `${assertionPath}/*[local-name(.)='Issuer']`, action: 'after' },
    })
    return signer.getSignedXml()
  }

  answer(said: Said): string {
    return this.sign(this.response(said, this.assertion(said)))
  }
}

/** What a provider says to a request of Kith's, as it should be. */
export function saidTo(
  provider: SamlProvider,
  place: { readonly callbackUrl: string | null; readonly metadataUrl: string | null },
  inResponseTo: string,
): Said {
  return {
    nameId: 'lin-4711',
    format: persistent,
    email: 'lin@three-leaf.example',
    issuer: provider.entityId,
    audience: place.metadataUrl ?? '',
    recipient: place.callbackUrl ?? '',
    destination: place.callbackUrl ?? '',
    inResponseTo,
    from: Date.now() - 1000,
    until: Date.now() + 300_000,
    signedInAt: Date.now() - 1000,
  }
}

/** A key that no metadata names. */
export const strangersKey = (): string =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey
