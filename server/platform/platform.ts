import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import type { Config } from './config/index.ts'
import type { DatabaseFacts, Notifier, WorkspacePools } from './database/index.ts'
import type { Shutdown } from './lifecycle/index.ts'
import type { Log } from './log/index.ts'

/** What a running server is made of, for the rooms above to build on. */
export interface Platform {
  readonly config: Config
  readonly log: Log
  readonly databaseUrl: string
  readonly databaseFacts: DatabaseFacts
  /** Logged in as the platform role: accounts, workspaces, migrations; nothing that a tenant's request reaches. */
  readonly pool: pg.Pool
  /** Logged in as the role of each workspace. */
  readonly workspacePools: WorkspacePools
  readonly notifier: Notifier
  readonly http: FastifyInstance
  /** Where to register how a thing is stopped; the last one registered is stopped first. */
  readonly shutdown: Shutdown
}

/** One room's part of a server: adds its routes and starts its workers, before the server listens. */
export type Room = (platform: Platform) => Promise<void> | void
