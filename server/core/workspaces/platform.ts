import type { Pool } from 'pg'
import type { Config } from '#server/platform/config/index.ts'
import type { Notifier, WorkspacePools } from '#server/platform/database/index.ts'
import type { Log } from '#server/platform/log/index.ts'

/** What workspaces stand on; made once by each process. */
export interface Platform {
  readonly config: Pick<Config, 'secret' | 'previousSecret'>
  /** The database of the platform role, which serves every workspace that is placed nowhere else. */
  readonly databaseUrl: string
  /** The platform role's connections. */
  readonly pool: Pool
  /** Connections of the workspaces' own roles. */
  readonly pools: WorkspacePools
  /** Likewise, with `plan_cache_mode = force_custom_plan`. */
  readonly queryPools: WorkspacePools
  readonly notifier: Notifier
  readonly log: Log
}
