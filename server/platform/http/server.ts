import { randomUUID } from 'node:crypto'
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify'
import type { TlsFiles } from '#server/platform/config/index.ts'
import type { Log } from '#server/platform/log/index.ts'
import { AppError } from '#shared/errors.ts'
import { addHealth } from './health.ts'
import { parseJsonBody } from './json-body.ts'
import { createKnownHosts } from './known-hosts.ts'
import { largestBody, type Patience, usualPatience } from './limits.ts'
import { createListeners } from './listener.ts'
import { collectMethods } from './methods.ts'
import { addMetrics, type PoolSizes } from './metrics.ts'
import { routeNotFound, sendProblem } from './problems.ts'
import { createIsProxy, hearProxies } from './proxies.ts'
import { refuseConnection } from './raw-problem.ts'
import { refusalOf } from './request-checks.ts'
import { securityHeaders, setSecurityHeaders } from './security-headers.ts'
import { collectContracts } from './served.ts'
import { refuseSlowBodies } from './slow-bodies.ts'
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
  /** KITH_URL. */
  readonly publicUrl?: string
  /** Further names under which it is reached. */
  readonly hosts?: readonly string[]
  /** Addresses and networks of proxies that are believed. */
  readonly trustedProxies?: readonly string[]
  /** For HTTPS. */
  readonly tls?: TlsFiles | undefined
  readonly patience?: Patience
}

/**
 * A server that answers every failure with a problem document, with health and metrics; the rooms add their routes.
 * @throws ConfigError where certificate files are given and do not fit
 */
export function createHttpServer(options: HttpServerOptions): FastifyInstance {
  const { publicUrl = 'http://localhost', patience = usualPatience } = options
  const loggerInstance: FastifyBaseLogger = options.log
  const headers = securityHeaders(publicUrl)
  const isKnownHost = createKnownHosts({ publicUrl, ...(options.hosts && { hosts: options.hosts }) })
  const isProxy = createIsProxy(options.trustedProxies ?? [])
  const listeners = createListeners(options.tls, patience, options.log)
  const server = fastify({
    loggerInstance,
    // A logger of its own for each request would cost more than most requests do: lines name the request instead.
    childLoggerFactory: (logger) => logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: largestBody.usual,
    trustProxy: isProxy,
    serverFactory: listeners.create,
    // Who comes on an open connection while the server stops is still served, and told to close it.
    return503OnClosing: false,
    genReqId: ({ headers }) => acceptableId(headers['x-request-id']) ?? randomUUID(),
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: (error, request, reply) => {
      setSecurityHeaders(reply.raw, headers)
      sendProblem(error, request, reply)
    },
    clientErrorHandler: (error, socket) => refuseConnection(error, socket, headers),
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
    hearProxies(request, isProxy)
    setSecurityHeaders(reply.raw, headers)
    reply.header('x-request-id', request.id)
    done(refusalOf(request, isKnownHost))
  })
  refuseSlowBodies(server, patience, ({ socket }) =>
    refuseConnection(
      Object.assign(new Error('too slow'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }),
      socket,
      headers,
    ),
  )
  let stopFollowing = (): void => {}
  server.addHook('onListen', (done) => {
    stopFollowing = listeners.follow()
    done()
  })
  server.addHook('onClose', async () => stopFollowing())
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
