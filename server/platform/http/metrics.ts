import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { isPublic } from '#server/platform/outbound/addresses.ts'
import { routeNotFound } from './problems.ts'

export interface PoolSizes {
  readonly total: number
  readonly idle: number
  readonly waiting: number
}

/**
 * Serves /metrics for Prometheus: durations by route, pool sizes, and what the process itself uses. Who comes from the
 * internet finds nothing there.
 */
export function addMetrics(
  server: FastifyInstance,
  pools: () => Readonly<Record<string, PoolSizes>>,
): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'kith_http_request_duration_seconds',
    help: 'Time from the request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  new Gauge({
    name: 'kith_database_connections',
    help: 'Database connections by pool and state, and checkouts that wait for one',
    labelNames: ['pool', 'state'],
    registers: [registry],
    collect() {
      for (const [pool, { total, idle, waiting }] of Object.entries(pools())) {
        this.set({ pool, state: 'idle' }, idle)
        this.set({ pool, state: 'busy' }, total - idle)
        this.set({ pool, state: 'waiting' }, waiting)
      }
    },
  })
  server.addHook('onResponse', (request, reply, done) => {
    durations.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode },
      reply.elapsedTime / 1000,
    )
    done()
  })
  server.get('/metrics', async ({ ip, method, url }, reply) => {
    if (isPublic(ip)) throw routeNotFound(method, url)
    return reply.type(registry.contentType).send(await registry.metrics())
  })
  return registry
}
