import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '#server/platform/log/index.ts'
import { findBinaries } from './binaries.ts'
import { type Cluster, ensureCluster, readPassword } from './cluster.ts'
import { ensureDatabase } from './ensure-database.ts'
import {
  freePort,
  launch,
  type Postmaster,
  runningPostmaster,
  StartError,
  stopAtExit,
  stopPostmaster,
} from './postmaster.ts'
import { serverUser } from './server-user.ts'

export interface EmbeddedDatabase {
  /** Connection URL of database `kith` as its superuser `kith`. Stays valid when the server is restarted. */
  readonly url: string
  /** Fast shutdown, bounded; committed data is kept whatever happens. */
  stop(): Promise<void>
}

interface EmbeddedOptions {
  /** KITH_DATA. The caller holds its lock (`lockData`), so that a server found running here is an orphan. */
  readonly dataDirectory: string
  readonly log: Log
  /** `name=value` settings for this run, which win over those of the cluster. */
  readonly settings?: readonly string[]
  /** False skips the sync of the fresh files, for clusters that are thrown away. */
  readonly durable?: boolean
}

const attempts = 12
const longestPause = 5_000
const largestLog = 16 * 1024 * 1024

/**
 * Starts the embedded PostgreSQL below `dataDirectory`, making it on the first call, and keeps it running: a server
 * that dies is started again on the same port.
 */
export async function startEmbeddedDatabase(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { log, settings = [], durable = true } = options
  const cluster = clusterIn(options.dataDirectory)
  turnLogOver(cluster)
  if (!existsSync(cluster.directory)) log.info('setting up the embedded PostgreSQL')
  await ensureCluster(cluster, durable)
  await stopOrphan(cluster, log)

  let stopping = false
  const atExit = () => stopAtExit(cluster)
  process.on('exit', atExit)
  const first = await launchPatiently(cluster, freePort, settings, log)
  await ensureDatabase(urlOf(cluster, first.port))
  const supervision = supervise(first)

  async function supervise(postmaster: Postmaster): Promise<void> {
    for (let running = postmaster, pause = 0; ; ) {
      const startedAt = Date.now()
      await running.ended
      if (stopping) return
      log.error(
        { pid: running.pid, log: cluster.logFile },
        'PostgreSQL ended unexpectedly; starting it again',
      )
      pause = Date.now() - startedAt > 60_000 ? 0 : Math.min(pause * 2 + 100, longestPause)
      await sleep(pause, undefined, { ref: false })
      for (;;) {
        if (stopping) return
        try {
          running = await launchPatiently(cluster, async () => first.port, settings, log)
          break
        } catch (error) {
          log.error({ err: error }, 'PostgreSQL could not be started again; trying on')
          await sleep(longestPause, undefined, { ref: false })
        }
      }
      log.info({ pid: running.pid }, 'PostgreSQL is back')
    }
  }

  return {
    url: urlOf(cluster, first.port),
    stop: async () => {
      stopping = true
      process.off('exit', atExit)
      await stopPostmaster(cluster)
      await Promise.race([supervision, sleep(1_000)])
      // A restart that was under way when the stop came.
      await stopPostmaster(cluster)
    },
  }
}

/** The URL of the embedded PostgreSQL that another Kith process runs on this data; undefined until it is ready. */
export function runningDatabaseUrl(dataDirectory: string): string | undefined {
  const directory = join(dataDirectory, 'postgres')
  const running = runningPostmaster(directory)
  return running?.ready ? urlOf({ passwordFile: passwordFileIn(dataDirectory) }, running.port) : undefined
}

const passwordFileIn = (dataDirectory: string) => join(dataDirectory, 'postgres.password')

function clusterIn(dataDirectory: string): Cluster {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 })
  const directory = join(dataDirectory, 'postgres')
  const user = serverUser(directory)
  const owner = statSync(directory, { throwIfNoEntry: false })?.uid
  const own = process.getuid?.()
  if (own !== undefined && own !== 0 && owner !== undefined && owner !== own)
    throw new Error(
      `${directory} belongs to user ${owner}, and Kith runs as user ${own}. ` +
        `Start Kith as the user who made the data, or give the data to this one: chown -R ${own} ${dataDirectory}`,
    )
  return {
    directory,
    logFile: join(dataDirectory, 'postgres.log'),
    passwordFile: passwordFileIn(dataDirectory),
    user,
    binaries: findBinaries(user),
  }
}

const urlOf = (cluster: Pick<Cluster, 'passwordFile'>, port: number) =>
  `postgresql://kith:${readPassword(cluster)}@127.0.0.1:${port}/kith`

/** A server left behind by a Kith that was killed: stopped rather than adopted, since its settings may be of another version. */
async function stopOrphan(cluster: Cluster, log: Log): Promise<void> {
  const orphan = runningPostmaster(cluster.directory)
  if (orphan === undefined) return
  log.warn({ pid: orphan.pid }, 'stopping a PostgreSQL that an earlier Kith left running')
  await stopPostmaster(cluster)
}

async function launchPatiently(
  cluster: Cluster,
  choosePort: () => Promise<number>,
  settings: readonly string[],
  log: Log,
): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await launch(cluster, await choosePort(), settings)
    } catch (error) {
      if (!(error instanceof StartError) || !error.retry || attempt === attempts) throw error
      log.warn({ attempt }, 'PostgreSQL is not ready to start; waiting for its predecessor')
      await sleep(Math.min(100 * 2 ** attempt, longestPause))
    }
  }
}

function turnLogOver(cluster: Cluster): void {
  const size = statSync(cluster.logFile, { throwIfNoEntry: false })?.size ?? 0
  if (size > largestLog) renameSync(cluster.logFile, `${cluster.logFile}.1`)
}
