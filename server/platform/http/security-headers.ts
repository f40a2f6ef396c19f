import type { ServerResponse } from 'node:http'

const year = 365 * 86_400

/**
 * What every answer says unless its route says otherwise: it is no page, is shown in no frame, is kept by nobody, and is
 * not for other sites. Of the machine's devices no page of ours uses any.
 */
const usual = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()',
  'cache-control': 'no-store',
} as const

/** @param publicUrl where it is https, browsers are told to come by https alone */
export function securityHeaders(publicUrl: string): ReadonlyMap<string, string> {
  const { protocol, hostname } = new URL(publicUrl)
  const headers = new Map<string, string>(Object.entries(usual))
  // A developer's other servers on localhost speak plain HTTP.
  if (protocol === 'https:' && hostname !== 'localhost')
    headers.set('strict-transport-security', `max-age=${year}; includeSubDomains`)
  return headers
}

/** On the response itself: streams that write their own head carry them too. */
export function setSecurityHeaders(response: ServerResponse, headers: ReadonlyMap<string, string>): void {
  for (const [name, value] of headers) response.setHeader(name, value)
}
