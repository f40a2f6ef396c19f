import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import {
  checkDatabase,
  createPlatformPool,
  migratePlatform,
  startEmbeddedDatabase,
} from '#server/platform/database/index.ts'
import { createLog } from '#server/platform/log/index.ts'
import { prepareTemplate } from './template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection URL of the template database that `createTestDatabase` clones. */
    templateUrl: string
  }
}

// Nothing here outlives the run, so nothing has to reach the disk.
const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_wal_size=4GB']

/** Starts one PostgreSQL for the whole run, with a template that has all that every test needs. */
export default async function setup(project: TestProject) {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'kith-test-'))
  const database = await startEmbeddedDatabase({
    dataDirectory,
    log: createLog('error'),
    settings,
    durable: false,
  })
  const pool = createPlatformPool(database.url)
  try {
    await checkDatabase(pool)
    await migratePlatform(pool)
    await prepareTemplate(database.url)
  } finally {
    await pool.end()
  }
  project.provide('templateUrl', database.url)
  return async () => {
    await database.stop()
    rmSync(dataDirectory, { recursive: true, force: true })
  }
}
