import pg from 'pg'
import type { Log } from '#server/platform/log/index.ts'

// JavaScript's numbers and dates cannot hold these: they stay the text that PostgreSQL sent.
const textTypes = new Set<number>([
  pg.types.builtins.INT8,
  pg.types.builtins.NUMERIC,
  pg.types.builtins.DATE,
  pg.types.builtins.TIMESTAMP,
  pg.types.builtins.TIMESTAMPTZ,
])

/** Column types as they are, save int8, numeric, date and timestamps, which come as text. */
export const textualTypes: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    format !== 'binary' && textTypes.has(id) ? (text: string) => text : pg.types.getTypeParser(id, format),
}

export interface PoolOptions {
  /** Most connections; 10. */
  readonly max?: number
  /** Settings of each connection, such as `{ plan_cache_mode: 'force_custom_plan' }`. */
  readonly settings?: Readonly<Record<string, string>>
  readonly log?: Log
  /** Shown in pg_stat_activity; `kith`. */
  readonly name?: string
  /** How long a checkout waits for a connection, in milliseconds; 5,000. */
  readonly patience?: number
  /** How long a statement may go without an answer before its connection is given up, in milliseconds; no bound. */
  readonly silence?: number
}

/** A pool of connections that survives the loss of any of them: the next checkout connects anew. */
export function createPool(url: string, options: PoolOptions = {}): pg.Pool {
  const settings = Object.entries({ TimeZone: 'UTC', ...options.settings })
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    types: textualTypes,
    application_name: options.name ?? 'kith',
    connectionTimeoutMillis: options.patience ?? 5_000,
    idleTimeoutMillis: 60_000,
    ...(options.silence !== undefined && { query_timeout: options.silence }),
    keepAlive: true,
    options: settings.map(([name, value]) => `-c ${name}=${value}`).join(' '),
  })
  // A pool that ends lets go of its sockets a moment before they are closed: a server that stops then is no loss.
  pool.on('error', (error) => {
    if (!pool.ending) options.log?.warn({ reason: error.message }, 'lost an idle database connection')
  })
  // Between checkout and query nobody listens on a client; without a listener its loss would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** The pool of the platform role, for accounts, workspaces and migrations: nothing that a tenant's request reaches. */
export function createPlatformPool(url: string, log?: Log): pg.Pool {
  return createPool(url, { max: 10, name: 'kith platform', ...(log && { log }) })
}
