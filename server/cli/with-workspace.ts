import { shippedObjects } from '#server/apps/index.ts'
import type { Context } from '#server/core/context.ts'
import { createRecords, listRecords } from '#server/core/records/index.ts'
import { WorkspaceRegistry } from '#server/core/workspaces/index.ts'
import { createNotifier, WorkspacePools } from '#server/platform/database/index.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { type CommandContext, UsageError } from './command.ts'

const connections = { limit: 20, size: 8 } as const

/** Name of the actor that signs what commands write. */
const signer = 'bin/kith'

/**
 * Runs `work` in a workspace as somebody who may do everything there.
 * @param slug which workspace; undefined where there is only one
 */
export function withWorkspace<T>(
  { config, log, withDatabase }: CommandContext,
  slug: string | undefined,
  work: (cx: Context) => Promise<T>,
): Promise<T> {
  return withDatabase(async (pool, databaseUrl) => {
    const pools = new WorkspacePools({ ...connections, log })
    const settings = { plan_cache_mode: 'force_custom_plan' }
    const queryPools = new WorkspacePools({ ...connections, log, settings })
    const notifier = await createNotifier({ url: databaseUrl, pool, log })
    const platform = { config, databaseUrl, pool, pools, queryPools, notifier, log }
    const registry = new WorkspaceRegistry(platform, shippedObjects)
    try {
      await registry.upgrade()
      const workspace = await registry.bySlug(slug ?? onlySlug(await registry.list()))
      const { language } = workspace
      const cx: Context = {
        workspace,
        actor: { id: uuidv7(), userId: null, role: 'admin' },
        source: 'cli',
        language,
        timeZone: workspace.settings().timeZone,
        now: () => new Date(),
        steps: [],
        announce: () => {},
      }
      return await work({ ...cx, actor: { ...cx.actor, id: await signerOf(cx) } })
    } finally {
      await registry.close()
      await notifier.stop()
      await Promise.all([pools.end(), queryPools.end()])
    }
  })
}

function onlySlug(workspaces: readonly { readonly slug: string }[]): string {
  const [only, ...others] = workspaces.map(({ slug }) => slug)
  if (only === undefined) throw new UsageError('There is no workspace yet: make one with kith user create')
  if (others.length > 0)
    throw new UsageError(`Name one of the workspaces: --workspace ${[only, ...others].join(' | ')}`)
  return only
}

/** The actor of commands; made the first time, as the engine makes all of them. */
async function signerOf(cx: Context): Promise<string> {
  const filter = `kind = "system" and name = ${JSON.stringify(signer)}`
  const { data } = JSON.parse(await listRecords(cx, 'actor', { filter, limit: 1 })) as {
    data: { id: string }[]
  }
  if (data[0] !== undefined) return data[0].id
  await createRecords(
    { ...cx, source: 'system' },
    'actor',
    [{ id: cx.actor.id, name: signer, kind: 'system' }],
    { idsOnly: true },
  )
  return cx.actor.id
}
