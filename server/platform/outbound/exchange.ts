import { request as askPlainly, type ClientRequest, type IncomingMessage } from 'node:http'
import { request as askSecurely } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { AppError } from '#shared/errors.ts'
import type { Destination } from './permission.ts'
import type { Outgoing } from './redirect.ts'

export interface OutboundAnswer {
  /** After redirects. */
  readonly url: string
  readonly status: number
  readonly headers: Headers
  readonly body: Buffer
}

interface Bounds {
  /** Bytes of the answer's body. */
  readonly most: number
  readonly signal: AbortSignal
}

const mostHeaderBytes = 16 * 1024

/**
 * One request and its answer, over a connection of its own to one of the addresses that were checked: the name is asked for
 * no second time, so that it cannot lead elsewhere meanwhile.
 * @throws AppError outbound_answer_too_large; errors of the connection as they come
 */
export function exchange(
  { method, headers, body }: Outgoing,
  { url, host, port }: Destination,
  addresses: readonly string[],
  { most, signal }: Bounds,
): Promise<OutboundAnswer> {
  return new Promise((resolve, reject) => {
    const secure = url.protocol === 'https:'
    const request: ClientRequest = (secure ? askSecurely : askPlainly)({
      host,
      port,
      method,
      path: `${url.pathname}${url.search}`,
      headers: { ...headers, host: url.host, 'accept-encoding': 'identity' },
      // No connection of anybody else's, and none that an agent of the environment leads through a proxy.
      agent: false,
      lookup: pinned(addresses),
      maxHeaderSize: mostHeaderBytes,
      signal,
      ...(secure && { minVersion: 'TLSv1.2' as const, ...(isIP(host) === 0 && { servername: host }) }),
    })
    request.on('response', (answer) => {
      collect(answer, host, most).then(
        (content) =>
          resolve({
            url: url.href,
            status: answer.statusCode ?? 0,
            headers: headersOf(answer),
            body: content,
          }),
        (error: unknown) => {
          request.destroy()
          reject(error)
        },
      )
    })
    request.on('error', reject)
    // An answer that changes the protocol is none.
    request.on('close', () => reject(new Error('the connection closed without an answer')))
    request.end(body)
  })
}

const pinned =
  (addresses: readonly string[]): LookupFunction =>
  (_, options, done) => {
    const found = addresses.map((address) => ({ address, family: isIP(address) }))
    const [first] = found
    if (options.all || first === undefined) done(null, found)
    else done(null, first.address, first.family)
  }

async function collect(answer: IncomingMessage, host: string, most: number): Promise<Buffer> {
  const encoding = answer.headers['content-encoding'] ?? 'identity'
  // Unpacked, a few kilobytes can be a terabyte.
  if (encoding !== 'identity')
    throw new Error(`the answer is packed (${encoding}) though nobody asked for that`)
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > most)
      throw new AppError('outbound_answer_too_large', { host, limit: `${Math.ceil(most / 1024)} kB` })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers()
  for (let at = 0; at + 1 < rawHeaders.length; at += 2)
    headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '')
  return headers
}
