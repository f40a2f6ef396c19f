import type { FastifyInstance } from 'fastify'
import { AppError } from '#shared/errors.ts'

// A database that stands still answers nothing at all; who asks for health gives up sooner than a statement would.
const patience = 3_000

/**
 * `/health/live`: the process answers. `/health/ready`: it can serve, the database included; `checkReady` rejects when
 * it cannot, and the answer is then the problem document of that failure.
 */
export function addHealth(server: FastifyInstance, checkReady: () => Promise<unknown>): void {
  server.get('/health/live', async () => ({ status: 'ok' }))
  server.get('/health/ready', async () => {
    await within(patience, checkReady())
    return { status: 'ok' }
  })
}

async function within(bound: number, ready: Promise<unknown>): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new AppError('database_unavailable')), bound)
  try {
    await Promise.race([ready, late])
  } finally {
    clearTimeout(timer)
  }
}
