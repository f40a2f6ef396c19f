import type { Platform } from './platform.ts'
import { dropSchema } from './roles.ts'

const lockKey = `hashtextextended('kith workspaces', 0)`

/** Does `work` while no process takes half-made workspaces away. */
export async function whileCreating<T>(platform: Platform, work: () => Promise<T>): Promise<T> {
  const client = await platform.pool.connect()
  try {
    await client.query(`select pg_advisory_lock_shared(${lockKey})`)
    return await work()
  } finally {
    await client.query(`select pg_advisory_unlock_shared(${lockKey})`).catch(() => {})
    client.release()
  }
}

/** Takes away the schemas of workspaces whose making was cut short: those that no row of kith.workspace names. */
export async function dropOrphans(platform: Platform): Promise<void> {
  const client = await platform.pool.connect()
  try {
    await client.query('begin')
    const { rows: locks } = await client.query<{ locked: boolean }>(
      `select pg_try_advisory_xact_lock(${lockKey}) as locked`,
    )
    if (locks[0]?.locked) {
      const { rows } = await client.query<{ schema: string }>(
        `select nspname as schema from pg_namespace where nspname ~ '^w_[a-z0-9]{12}$'
           and not exists (select from kith.workspace where schema_name = nspname)`,
      )
      for (const { schema } of rows) {
        platform.log.warn({ schema }, 'dropping a workspace that was never finished')
        await dropSchema(client, schema)
      }
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
