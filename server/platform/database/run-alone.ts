import type { PoolClient } from 'pg'

/**
 * Does a kind of work that is done once at a time, in all processes on one database; it holds a connection meanwhile.
 * @param name of the work
 * @returns what the work gave; undefined, and nothing done, where somebody else is at it
 */
export async function runAlone<T>(
  pool: { connect(): Promise<PoolClient> },
  name: string,
  work: () => Promise<T>,
): Promise<T | undefined> {
  const lock = await pool.connect()
  let isHeld = true
  try {
    const { rows } = await lock.query<{ locked: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as locked',
      [name],
    )
    isHeld = rows[0]?.locked === true
    if (!isHeld) return undefined
    try {
      return await work()
    } finally {
      await lock.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name])
      isHeld = false
    }
  } finally {
    // Closing the connection gives the lock back where unlocking did not.
    lock.release(isHeld)
  }
}
