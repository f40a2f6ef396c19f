export { checkDatabase, DatabaseCheckError, type DatabaseFacts } from './check.ts'
export { type EmbeddedDatabase, runningDatabaseUrl, startEmbeddedDatabase } from './embedded.ts'
export { ensureDatabase } from './ensure-database.ts'
export { databaseFailure, isDatabaseError } from './failures.ts'
export { inTransaction } from './in-transaction.ts'
export { createInTurn, type InTurn } from './in-turn.ts'
export {
  MigrationError,
  migrate,
  migratePlatform,
  platformMigrations,
  type Queryable,
  refuseForeignMigrations,
} from './migrate.ts'
export { createNotifier, type Notifier } from './notifier.ts'
export { openDatabase } from './open-database.ts'
export { createPlatformPool, createPool, type PoolOptions, textualTypes } from './pool.ts'
export { type Login, WorkspacePools } from './pools.ts'
export { runAlone } from './run-alone.ts'
