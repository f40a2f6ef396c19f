import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify'
import type { Log } from '#server/platform/log/index.ts'
import { AppError, invalidInput, toProblem } from '#shared/errors.ts'
import { addHealth } from './health.ts'
import { parseJsonBody } from './json-body.ts'
import { collectMethods } from './methods.ts'
import { addMetrics, type PoolSizes } from './metrics.ts'
import { problemType, routeNotFound, sendProblem } from './problems.ts'
import { collectContracts } from './served.ts'
import { createValidatorCompiler } from './validation.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** How to end each answer that stays open by nature (server-sent events); they are ended when the server stops. */
    openStreams: Set<() => void>
  }
}

export interface HttpServerOptions {
  readonly log: Log
  /** Rejects while the server cannot serve. */
  readonly checkReady: () => Promise<unknown>
  readonly pools?: () => Readonly<Record<string, PoolSizes>>
}

const largestBody = 32 * 1024 * 1024

/** A server that answers every failure with a problem document, with health and metrics; the rooms add their routes. */
export function createHttpServer(options: HttpServerOptions): FastifyInstance {
  const loggerInstance: FastifyBaseLogger = options.log
  const server = fastify({
    loggerInstance,
    // A logger of its own for each request would cost more than most requests do: lines name the request instead.
    childLoggerFactory: (logger) => logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: largestBody,
    genReqId: ({ headers }) => acceptableId(headers['x-request-id']) ?? randomUUID(),
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: sendProblem,
    clientErrorHandler: (error, socket) => {
      if (socket.writable) socket.end(rawProblem(error))
    },
  })
  server.setValidatorCompiler(createValidatorCompiler())
  server.setErrorHandler(sendProblem)
  collectContracts(server)
  const methodsOf = collectMethods(server)
  server.setNotFoundHandler((request, reply) => {
    const { method, url } = request
    const methods = methodsOf(url)
    if (methods.length === 0) return sendProblem(routeNotFound(method, url), request, reply)
    const allowed = methods.join(', ')
    reply.header('allow', allowed)
    return sendProblem(new AppError('method_not_allowed', { method, allowed }), request, reply)
  })
  server.removeContentTypeParser('application/json')
  server.removeContentTypeParser('text/plain')
  server.addContentTypeParser(/^application\/(.+\+)?json$/, { parseAs: 'buffer' }, (_, body, done) => {
    try {
      done(null, parseJsonBody(Buffer.isBuffer(body) ? body : Buffer.from(body)))
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)))
    }
  })
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    // The web app takes any address, and says itself what is wrong with it.
    const unstorable = request.url.includes('%00') && request.routeOptions.url !== '/*'
    done(unstorable ? invalidInput([{ path: request.url, code: 'invalid_text' }]) : undefined)
  })
  server.decorate('openStreams', new Set<() => void>())
  server.addHook('preClose', (done) => {
    for (const end of server.openStreams) end()
    done()
  })
  addHealth(server, options.checkReady)
  addMetrics(server, options.pools ?? (() => ({})))
  return server
}

/** Stops accepting, ends open streams, lets requests finish for `bound` milliseconds, then closes what is left. */
export async function closeHttpServer(server: FastifyInstance, bound = 10_000): Promise<void> {
  // A connection whose last request ends after the close began stays open, waiting for another.
  const idle = setInterval(() => server.server.closeIdleConnections(), 50)
  const last = setTimeout(() => server.server.closeAllConnections(), bound)
  await server.close()
  clearInterval(idle)
  clearTimeout(last)
}

const acceptableId = (header: string | string[] | undefined) =>
  typeof header === 'string' && /^[\w.:-]{8,128}$/.test(header) ? header : undefined

const statusOfParserError: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/** The answer to something that is no HTTP request, for which there is no reply object yet. */
function rawProblem(error: NodeJS.ErrnoException): string {
  const status = statusOfParserError[error.code ?? ''] ?? 400
  const problem = { ...toProblem(new AppError('bad_request', { reason: error.message }), 'en'), status }
  const body = JSON.stringify(problem)
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `content-type: ${problemType}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body,
  ].join('\r\n')
}
