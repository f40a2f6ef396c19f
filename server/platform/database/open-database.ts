import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from '#server/platform/config/index.ts'
import { DataInUseError, dataHolder, lockData } from '#server/platform/lifecycle/index.ts'
import type { Log } from '#server/platform/log/index.ts'
import { runningDatabaseUrl, startEmbeddedDatabase } from './embedded.ts'

interface OpenDatabase {
  readonly url: string
  close(): Promise<void>
}

const patience = 60_000

/**
 * The database of this configuration for one command: the one of DATABASE_URL, or of the server that runs on this
 * data, or, where none runs, one of the command's own until `close`. Waits for another command to finish.
 */
export async function openDatabase(config: Config, log: Log, command: string): Promise<OpenDatabase> {
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl, close: async () => {} }
  const { dataDirectory } = config
  let told = false
  for (const deadline = Date.now() + patience; ; await sleep(100)) {
    const holder = dataHolder(dataDirectory)
    if (holder === undefined) {
      const own = await openOwn(dataDirectory, log, command)
      if (own !== undefined) return own
    } else if (holder.command === 'start') {
      const url = runningDatabaseUrl(dataDirectory)
      if (url !== undefined) return { url, close: async () => {} }
    } else if (!told) {
      log.warn(`waiting for "kith ${holder.command}" (process ${holder.pid}) to finish`)
      told = true
    }
    if (holder !== undefined && Date.now() > deadline) throw new DataInUseError(dataDirectory, holder)
  }
}

async function openOwn(dataDirectory: string, log: Log, command: string): Promise<OpenDatabase | undefined> {
  const lock = await lockData(dataDirectory, command).catch((error: unknown) => {
    if (error instanceof DataInUseError) return undefined
    throw error
  })
  if (lock === undefined) return undefined
  try {
    const database = await startEmbeddedDatabase({ dataDirectory, log })
    const close = async () => {
      await database.stop()
      lock.release()
    }
    return { url: database.url, close }
  } catch (error) {
    lock.release()
    throw error
  }
}
