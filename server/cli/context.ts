import type pg from 'pg'
import { pino } from 'pino'
import { type Config, readConfig } from '#server/platform/config/index.ts'
import { createLog, type Log } from '#server/platform/log/index.ts'
import type { CommandContext } from './command.ts'

/** The context of one command, from the environment. Only `start` talks of its progress; the others speak of trouble. */
export function createContext(command: string): CommandContext {
  const config = readConfig(process.env)
  // Whoever reads what is printed may go away; that ends no server.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  if (command !== 'start') exitOnSignals()
  const log =
    command === 'start'
      ? createLog(config.logLevel)
      : createLog('warn', pino.destination({ fd: 2, sync: true }))
  return {
    config,
    log,
    print: (text) => void process.stdout.write(`${text}\n`),
    withDatabase: (work) => withDatabase(config, log, command, work),
  }
}

/** An exit, unlike the end by a signal, takes a database of the command's own down with it. */
function exitOnSignals(): void {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)
    process.on(signal, () => process.exit(code))
}

async function withDatabase<T>(
  config: Config,
  log: Log,
  command: string,
  work: (pool: pg.Pool, databaseUrl: string) => Promise<T>,
): Promise<T> {
  const { checkDatabase, createPlatformPool, migratePlatform, openDatabase } = await import(
    '#server/platform/database/index.ts'
  )
  const database = await openDatabase(config, log, command)
  const pool = createPlatformPool(database.url, log)
  try {
    await checkDatabase(pool)
    await migratePlatform(pool)
    return await work(pool, database.url)
  } finally {
    await pool.end()
    await database.close()
  }
}
