import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { leastPace, type Patience } from './limits.ts'

interface Begun {
  /** `performance.now()`. */
  readonly at: number
  /** Of the connection, so far. */
  readonly bytes: number
  readonly response: ServerResponse
}

/** Ends requests whose bodies come so slowly that somebody may be holding them open (slowloris). */
export function refuseSlowBodies(
  server: FastifyInstance,
  { slowBody, between }: Patience,
  refuse: (request: IncomingMessage) => void,
): void {
  const receiving = new Map<IncomingMessage, Begun>()
  const look = (): void => {
    for (const [request, begun] of receiving) {
      if (request.complete || request.destroyed) receiving.delete(request)
      else if (isSlow(request, begun, slowBody)) {
        receiving.delete(request)
        // Who has an answer already gets no second one.
        if (begun.response.headersSent) request.socket.destroy()
        else refuse(request)
      }
    }
  }
  let timer: NodeJS.Timeout | undefined
  server.addHook('onListen', (done) => {
    timer = setInterval(look, between).unref()
    done()
  })
  server.addHook('onClose', async () => clearInterval(timer))
  server.addHook('onRequest', ({ raw }, reply, done) => {
    const { headers, socket } = raw
    const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
    if (hasBody && timer !== undefined)
      receiving.set(raw, { at: performance.now(), bytes: socket.bytesRead, response: reply.raw })
    done()
  })
  server.addHook('onResponse', ({ raw }, _, done) => {
    if (raw.complete) receiving.delete(raw)
    done()
  })
}

function isSlow({ socket }: IncomingMessage, { at, bytes }: Begun, grace: number): boolean {
  const elapsed = performance.now() - at
  return elapsed > grace && ((socket.bytesRead - bytes) / elapsed) * 1000 < leastPace
}
