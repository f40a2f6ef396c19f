import { addressesOf } from '#server/addresses.ts'
import type { Config } from '#server/platform/config/index.ts'
import {
  checkDatabase,
  createNotifier,
  createPlatformPool,
  migratePlatform,
  startEmbeddedDatabase,
} from '#server/platform/database/index.ts'
import { lockData, type Shutdown } from '#server/platform/lifecycle/index.ts'
import type { Log } from '#server/platform/log/index.ts'
import { openKith } from './kith.ts'
import { addRooms } from './rooms.ts'

// PostgreSQL's max_connections is 200: each of two sets of pools, and the rest for the platform and commands.
const workspaceConnections = { limit: 64, size: 8 } as const

const predecessorBound = 3_000

/**
 * Starts everything and listens. What was started is registered with `shutdown`, so that a start that fails half-way
 * can be undone by it as well.
 * @returns the addresses under which people reach it, the one for this machine first
 */
export async function startServer(config: Config, log: Log, shutdown: Shutdown): Promise<string[]> {
  const loadingHttp = import('#server/platform/http/index.ts')
  const databaseUrl = config.databaseUrl ?? (await startOwnDatabase(config, log, shutdown))
  const pool = createPlatformPool(databaseUrl, log)
  shutdown.add(() => pool.end())
  await checkDatabase(pool)
  await migratePlatform(pool)
  const notifier = await createNotifier({ url: databaseUrl, pool, log })
  shutdown.add(() => notifier.stop())

  const kith = openKith({ config, log, databaseUrl, pool, notifier, connections: workspaceConnections })
  shutdown.add(() => kith.close())
  await kith.registry.upgrade()

  const { closeHttpServer, createHttpServer } = await loadingHttp
  const http = createHttpServer({
    log,
    publicUrl: config.publicUrl,
    hosts: config.hosts,
    trustedProxies: config.trustedProxies,
    tls: config.tls,
    checkReady: () => pool.query('select 1'),
    pools: () => ({
      platform: { total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount },
      workspaces: kith.pools.sizes,
      queries: kith.queryPools.sizes,
    }),
  })
  await addRooms({ config, log, pool, notifier, kith, http, shutdown })
  shutdown.add(() => closeHttpServer(http))
  try {
    await http.listen({ port: config.port, host: config.host, listenTextResolver })
  } catch (error) {
    throw explain(error, config)
  }
  return addressesOf(config, http.server.address())
}

async function startOwnDatabase(config: Config, log: Log, shutdown: Shutdown): Promise<string> {
  const lock = await lockData(config.dataDirectory, 'start', predecessorBound)
  shutdown.add(() => lock.release())
  const starting = startEmbeddedDatabase({ dataDirectory: config.dataDirectory, log })
  // Registered before it runs: a signal that comes meanwhile must not leave a half-started server behind.
  shutdown.add(async () => (await starting.catch(() => undefined))?.stop())
  return (await starting).url
}

// Fastify knows of no TLS, since the listener is made for it.
const listenTextResolver = (address: string): string => `listening at ${address.replace(/^https?:\/\//, '')}`

function explain(error: unknown, { port, host }: Config): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return new Error(`PORT=${port}: another program listens there already; set PORT to another number`)
  if (code === 'EACCES')
    return new Error(`PORT=${port}: this user may not listen there; set PORT to a number from 1024 on`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new Error(`HOST=${host}: this machine has no such address; set HOST to 127.0.0.1 or 0.0.0.0`)
  return error
}
