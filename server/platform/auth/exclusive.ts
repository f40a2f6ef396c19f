import type { Pool } from 'pg'
import { createInTurn } from '#server/platform/database/index.ts'

/** Runs `work` while nobody else, in this process or another on the same database, runs work of that name. */
export type Exclusive = <T>(name: string, work: () => Promise<T>) => Promise<T>

/**
 * Callers of this process queue in memory before one of them asks the database: however many wait, they hold a
 * single connection, and the work finds others free.
 */
export function createExclusive(pool: Pool): Exclusive {
  const inTurn = createInTurn()
  return (name, work) => inTurn(() => withLock(pool, name, work))
}

async function withLock<T>(pool: Pool, name: string, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [`kith ${name}`])
  } catch (error) {
    client.release(true)
    throw error
  }
  let failed = true
  try {
    const result = await work()
    await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [`kith ${name}`])
    failed = false
    return result
  } finally {
    // Closing the connection gives the lock back where unlocking did not.
    client.release(failed)
  }
}
