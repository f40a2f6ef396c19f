import type { FastifyInstance } from 'fastify'
import { catalogueOf } from '#server/core/access/index.ts'
import type { Operation } from '#server/core/operation.ts'
import type { Signal } from '#server/core/signal.ts'
import type { Notifier } from '#server/platform/database/index.ts'
import type { Log } from '#server/platform/log/index.ts'
import type { WatchAsker } from './context.ts'
import { addDocumentation } from './documentation.ts'
import { addEvents } from './events.ts'
import { openApiDocument } from './openapi.ts'
import { addRoute, type ContextOf } from './route.ts'

export { createContextOf, createWatchAsker } from './context.ts'
export { auditRefusals } from './refusals.ts'
export type { ContextOf } from './route.ts'

interface ApiOptions {
  readonly contextOf: ContextOf
  readonly watch: WatchAsker
  readonly operations: readonly Operation[]
  /** What the event stream tells of beside changes. */
  readonly signals: readonly Signal[]
  readonly notifier: Pick<Notifier, 'subscribe'>
  readonly log: Log
  /** Public address, without a slash at the end. */
  readonly address: string
}

/** Serves registered operations, the event stream and the description of both. Knows no app. */
export function addApi(server: FastifyInstance, options: ApiOptions): void {
  const { contextOf, operations } = options
  for (const operation of operations) addRoute(server, operation, contextOf)
  addEvents(server, options)
  server.get('/api/v1/openapi.json', async (request, reply) => {
    const cx = await contextOf(request)
    const document = openApiDocument(server.contracts, catalogueOf(cx), options.address, cx.language)
    return reply.header('cache-control', 'private, no-cache').header('vary', 'accept-language').send(document)
  })
  addDocumentation(server)
}
