/** A request as it goes out; header names in lower case. */
export interface Outgoing {
  readonly url: URL
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array | undefined
}

const redirects = new Set([301, 302, 303, 307, 308])

/** All that another origin is told; whatever else a header says may be a secret between two. */
const harmless = new Set(['accept', 'accept-language', 'user-agent'])

export const isRedirect = (status: number): boolean => redirects.has(status)

/**
 * The request that a redirect asks for (RFC 9110, 15.4): 303 asks by GET, and so do 301 and 302 after POST, as everybody has
 * always done; 307 and 308 ask for the same again.
 * @returns undefined where it is not followed: from https to http, to no address, or with a body to another origin
 */
export function redirected(request: Outgoing, status: number, location: string): Outgoing | undefined {
  const url = URL.parse(location, request.url)
  if (url === null || (request.url.protocol === 'https:' && url.protocol !== 'https:')) return undefined
  const asksAnew = status === 303 ? request.method !== 'HEAD' : status < 303 && request.method === 'POST'
  const method = asksAnew ? 'GET' : request.method
  const body = asksAnew ? undefined : request.body
  const elsewhere = url.origin !== request.url.origin
  if (elsewhere && body !== undefined) return undefined
  const headers = Object.entries(request.headers).filter(
    ([name]) => (!elsewhere || harmless.has(name)) && (body !== undefined || !name.startsWith('content-')),
  )
  return { url, method, headers: Object.fromEntries(headers), body }
}
