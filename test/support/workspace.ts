import { type Access, unlimited } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { type Platform, WorkspaceRegistry } from '#server/core/workspaces/index.ts'
import { createNotifier, createPlatformPool, WorkspacePools } from '#server/platform/database/index.ts'
import { createLog } from '#server/platform/log/index.ts'
import type { Language } from '#shared/language.ts'
import { defaultSettings } from '#shared/metadata/default-settings.ts'
import type { ObjectDefinition } from '#shared/metadata/definition.ts'
import { createTestDatabase } from './database.ts'

/** What one process has of a database; several of them stand for several processes. */
export async function openPlatform(url: string): Promise<{ platform: Platform; close: () => Promise<void> }> {
  const log = createLog('error')
  const pool = createPlatformPool(url, log)
  const pools = new WorkspacePools({ limit: 40, size: 20, log })
  const queryPools = new WorkspacePools({
    limit: 8,
    size: 4,
    log,
    settings: { plan_cache_mode: 'force_custom_plan' },
  })
  const notifier = await createNotifier({ url, pool, log })
  return {
    platform: {
      config: { secret: 'a secret of this test and no other one', previousSecret: undefined },
      databaseUrl: url,
      pool,
      pools,
      queryPools,
      notifier,
      log,
    },
    close: async () => {
      await notifier.stop()
      await Promise.all([pools.end(), queryPools.end(), pool.end()])
    },
  }
}

/** A workspace of `shipped` objects in a database of its own, seen by one administrator. */
export async function createTestWorkspace(
  shipped: readonly ObjectDefinition[],
  language: Language = 'zh-CN',
): Promise<{
  workspace: Context['workspace']
  platform: Platform
  registry: WorkspaceRegistry
  cx: Context
  drop: () => Promise<void>
}> {
  const database = await createTestDatabase()
  const { platform, close } = await openPlatform(database.url)
  const registry = new WorkspaceRegistry(platform, shipped)
  const workspace = await registry.create({
    slug: 'acme',
    name: 'Acme',
    settings: defaultSettings(language),
  })
  return {
    workspace,
    platform,
    registry,
    cx: contextOf(workspace),
    drop: async () => {
      await registry.close()
      await close()
      await database.drop()
    },
  }
}

/** What an operation knows when an administrator calls it. */
export const contextOf = (workspace: Context['workspace'], access: Access = unlimited): Context => ({
  workspace,
  actor: { id: '00000000-0000-7000-8000-000000000001', userId: access.userId },
  access,
  accessOf: async () => unlimited,
  comesIn: async () => true,
  source: 'api',
  language: 'en',
  timeZone: 'Asia/Shanghai',
  now: () => new Date(),
  steps: [],
  announce: () => {},
})
