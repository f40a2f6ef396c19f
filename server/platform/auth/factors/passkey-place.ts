import { isIP } from 'node:net'
import { AppError } from '#shared/errors.ts'
import { isOwnHost, type SentFrom } from '../same-origin.ts'

/** Where a page was opened: passkeys are bound to a host name, and to no address of numbers. */
export interface PasskeyPlace {
  /** `https://crm.example.com` */
  readonly origin: string
  /** `crm.example.com`, the relying party. */
  readonly host: string
}

/**
 * A passkey made for one host answers at no other: a page elsewhere that hands on what it was given is refused by the browser,
 * and once more here.
 * @throws AppError passkey_unavailable
 */
export function passkeyPlace(headers: SentFrom, publicUrl: string): PasskeyPlace {
  const { origin } = new URL(publicUrl)
  const sender = headers.origin ?? origin
  const { hostname, protocol } = URL.parse(sender) ?? { hostname: '', protocol: '' }
  const known = sender === origin || isOwnHost(sender, headers.host)
  const secure = protocol === 'https:' || hostname === 'localhost'
  if (!known || !secure || hostname === '' || hostname.startsWith('[') || isIP(hostname) !== 0)
    throw new AppError('passkey_unavailable', { address: publicUrl })
  return { origin: sender, host: hostname }
}
