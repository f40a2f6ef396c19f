import { createSocket } from 'node:dgram'
import { Resolver } from 'node:dns/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { Resolve } from './resolve.ts'

/** A server on loopback. */
export interface Neighbour {
  readonly server: Server
  readonly port: number
  /** Requests that came. */
  readonly seen: {
    readonly method: string
    readonly url: string
    readonly headers: object
    readonly body: string
  }[]
  stop(): Promise<void>
}

export async function startNeighbour(answer: RequestListener): Promise<Neighbour> {
  const seen: Neighbour['seen'] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      seen.push({ method, url, headers, body })
      answer(request, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    server,
    port: portOf(server.address()),
    seen,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A name server that gives one IPv4 address after the other, whatever it is asked, and counts. */
export interface NameServer {
  readonly resolve: Resolve
  readonly asked: () => number
  stop(): Promise<void>
}

export async function startNameServer(answers: readonly string[]): Promise<NameServer> {
  const socket = createSocket('udp4')
  let asked = 0
  socket.on('message', (query, from) => {
    const address = answers[Math.min(asked, answers.length - 1)] ?? ''
    asked += 1
    // The question again, then one answer: a pointer to its name, type A, class IN, no time to live, four bytes.
    const end = query.indexOf(0, 12) + 5
    const head = Buffer.from([query[0] ?? 0, query[1] ?? 0, 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0])
    const record = Buffer.from([0xc0, 0x0c, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ...address.split('.').map(Number)])
    socket.send(Buffer.concat([head, query.subarray(12, end), record]), from.port, from.address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  const resolver = new Resolver()
  resolver.setServers([`127.0.0.1:${portOf(socket.address())}`])
  return {
    resolve: (name) => resolver.resolve4(name),
    asked: () => asked,
    stop: () => new Promise((resolve) => socket.close(resolve)),
  }
}

const portOf = (address: { readonly port: number } | string | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0
