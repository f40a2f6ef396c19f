import type { FastifyInstance } from 'fastify'

/**
 * `/health/live`: the process answers. `/health/ready`: it can serve, the database included; `checkReady` rejects when
 * it cannot, and the answer is then the problem document of that failure.
 */
export function addHealth(server: FastifyInstance, checkReady: () => Promise<unknown>): void {
  server.get('/health/live', async () => ({ status: 'ok' }))
  server.get('/health/ready', async (_, reply) => {
    await checkReady()
    return reply.header('cache-control', 'no-store').send({ status: 'ok' })
  })
}
