import type { IncomingHttpHeaders } from 'node:http'
import { AppError } from '#shared/errors.ts'

/** The headers that tell which page sent a request. */
export type SentFrom = Pick<IncomingHttpHeaders, 'origin' | 'host'>

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a write that another site's page makes a browser send. Browsers name the sending page in Sec-Fetch-Site or
 * Origin and no page can forge them; a program that is no browser sends neither, and no one can trick it.
 * @param publicOrigin scheme, host and port of KITH_URL
 * @throws AppError cross_site_request
 */
export function requireSameOrigin(method: string, headers: IncomingHttpHeaders, publicOrigin: string): void {
  if (safeMethods.has(method)) return
  const site = headers['sec-fetch-site']
  if (site === 'same-origin' || site === 'none') return
  const { origin } = headers
  const known =
    origin === undefined
      ? site === undefined
      : site !== 'cross-site' &&
        (origin === publicOrigin || (isOwnHost(origin, headers.host) && !isBare(origin, publicOrigin)))
  if (!known) throw new AppError('cross_site_request')
}

/** Kith is also reached by addresses other than KITH_URL: localhost, the machine's name in the office. */
export function isOwnHost(origin: string, host: string | undefined): boolean {
  return host !== undefined && URL.parse(origin)?.host === host.toLowerCase()
}

/** A page that came without TLS where Kith is reached by TLS: whoever sits on the line may have written it. */
const isBare = (origin: string, publicOrigin: string): boolean =>
  origin.toLowerCase() === publicOrigin.replace(/^https:/, 'http:') && origin !== publicOrigin
