import { X509Certificate } from 'node:crypto'
import { SaxesParser } from 'saxes'
import { invalidInput } from '#shared/errors.ts'
import { requirePlainXml } from './plain-xml.ts'

/** What a SAML provider says of itself. */
export interface SamlProvider {
  readonly entityId: string
  /** Where a browser is sent to sign in, by its address. */
  readonly signInUrl: string
  /** That sign what it says; base64 of DER. */
  readonly certificates: readonly string[]
}

const names = {
  metadata: 'urn:oasis:names:tc:SAML:2.0:metadata',
  signature: 'http://www.w3.org/2000/09/xmldsig#',
  redirect: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect',
} as const

/** @throws AppError invalid_saml_metadata at `/config/metadata` */
export function readMetadata(xml: string): SamlProvider {
  try {
    const found = parse(xml)
    if (found !== undefined) return found
  } catch {
    // No XML, more than plain XML, or a certificate that is none.
  }
  throw invalidInput([{ path: '/config/metadata', code: 'invalid_saml_metadata' }])
}

function parse(xml: string): SamlProvider | undefined {
  requirePlainXml(xml)
  const parser = new SaxesParser({ xmlns: true })
  let entityId = ''
  let signInUrl = ''
  const certificates = new Set<string>()
  /** Elements that are open, by local name; of a key its use. */
  const path: string[] = []
  let use = ''
  let text = ''
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    const value = (name: string) => attributes[name]?.value ?? ''
    path.push(local)
    text = ''
    if (uri === names.metadata && local === 'EntityDescriptor') {
      // Of a federation's list nobody could say who is meant.
      if (entityId !== '') throw new Error('several entities')
      entityId = value('entityID')
    }
    if (!path.includes('IDPSSODescriptor')) return
    if (local === 'KeyDescriptor') use = value('use')
    if (local === 'SingleSignOnService' && value('Binding') === names.redirect)
      signInUrl ||= value('Location')
  })
  parser.on('text', (part) => {
    text += part
  })
  parser.on('closetag', ({ uri, local }) => {
    path.pop()
    const signs = path.includes('IDPSSODescriptor') && path.includes('KeyDescriptor') && use !== 'encryption'
    if (signs && uri === names.signature && local === 'X509Certificate')
      certificates.add(text.replace(/\s+/g, ''))
  })
  parser.write(xml.trim()).close()
  for (const certificate of certificates) new X509Certificate(Buffer.from(certificate, 'base64'))
  const usable =
    entityId !== '' && /^https?:$/.test(URL.parse(signInUrl)?.protocol ?? '') && certificates.size > 0
  return usable ? { entityId, signInUrl, certificates: [...certificates] } : undefined
}
