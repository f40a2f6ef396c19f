import type { Outbound, OutboundRequest } from './outbound.ts'

/**
 * The guarded client in the shape of `fetch`, for libraries that take one: those that speak to identity providers. Bodies are
 * read whole; what is refused rejects with the AppError.
 */
export function asFetch(
  outbound: Outbound,
  bounds: Pick<OutboundRequest, 'patience' | 'most'> = {},
): typeof fetch {
  return async (input, init) => {
    const asked = new Request(input, init)
    const body = asked.body === null ? undefined : new Uint8Array(await asked.arrayBuffer())
    const {
      url,
      status,
      headers,
      body: content,
    } = await outbound.send(asked.url, {
      ...bounds,
      method: asked.method,
      headers: Object.fromEntries(asked.headers),
      ...(body !== undefined && { body }),
      ...(asked.redirect !== 'follow' && { redirects: 0 }),
      signal: asked.signal,
    })
    if (asked.redirect === 'error' && headers.has('location')) throw new TypeError(`${url} leads elsewhere`)
    const bare = status === 204 || status === 205 || status === 304
    const answer = new Response(bare ? null : new Uint8Array(content), { status, headers })
    Object.defineProperty(answer, 'url', { value: url })
    return answer
  }
}
