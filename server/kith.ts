import { join } from 'node:path'
import type pg from 'pg'
import { changesTopic } from '#server/api/topics.ts'
import { shippedObjects, shippedViews, workspaceSeeds, writeSteps } from '#server/apps/index.ts'
import { AccessRegistry, type Membership, unlimited } from '#server/core/access/index.ts'
import type { Actor, Context, Source, Surroundings } from '#server/core/context.ts'
import { peopleSteps } from '#server/core/people/index.ts'
import { createRecords, listRecords } from '#server/core/records/index.ts'
import { accessSteps } from '#server/core/roles/access-steps.ts'
import { administratorsOf } from '#server/core/roles/administrators.ts'
import { plantViews } from '#server/core/views/index.ts'
import { type Platform, type Workspace, WorkspaceRegistry } from '#server/core/workspaces/index.ts'
import { createComesIn } from '#server/platform/auth/policy/comes-in.ts'
import type { AdministratorsOf } from '#server/platform/auth/policy/keep-way-in.ts'
import type { Config } from '#server/platform/config/index.ts'
import { type Notifier, WorkspacePools } from '#server/platform/database/index.ts'
import type { Log } from '#server/platform/log/index.ts'
import { keyRing } from '#server/platform/sealing/index.ts'
import { uuidv7 } from '#shared/uuid.ts'

interface KithOptions {
  readonly config: Config
  readonly log: Log
  readonly databaseUrl: string
  /** The platform role's connections. */
  readonly pool: pg.Pool
  readonly notifier: Notifier
  /** Most connections of the workspaces' own roles together, and of one pool. */
  readonly connections: { readonly limit: number; readonly size: number }
}

/** The workspaces and all that stands on them, for the server and for commands alike. */
export interface Kith {
  readonly platform: Platform
  readonly registry: WorkspaceRegistry
  readonly pools: WorkspacePools
  readonly queryPools: WorkspacePools
  readonly filesFolder: string
  /** What every edge adds to its contexts. */
  surroundings(workspace: Workspace): Surroundings
  /** Ids of the roles that a member bears. */
  rolesOf(workspaceId: string, userId: string): Promise<readonly string[]>
  /** For changes to how people come in: an administrator must be able to. */
  readonly administratorsOf: AdministratorsOf
  /** The context of work that nobody asked for by name: it may do everything. */
  systemContext(workspace: Workspace, source?: Source): Promise<Context>
  close(): Promise<void>
}

/** Settings of every connection: answers are exact, so that text is text, and two cores need no parallel plans. */
const settings = { max_parallel_workers_per_gather: '0', statement_timeout: '60s', timezone: 'UTC' }

export function openKith({ config, log, databaseUrl, pool, notifier, connections }: KithOptions): Kith {
  const pools = new WorkspacePools({ ...connections, settings, log })
  const custom = { ...settings, plan_cache_mode: 'force_custom_plan', statement_timeout: '30s' }
  const queryPools = new WorkspacePools({ ...connections, settings: custom, log })
  const platform: Platform = { config, databaseUrl, pool, pools, queryPools, notifier, log }
  const registry = new WorkspaceRegistry(platform, shippedObjects)
  const access = new AccessRegistry({ notifier, membershipsOf: (id) => membershipsOf(pool, id) })
  const comesIn = createComesIn(keyRing(config))
  const surroundings: Kith['surroundings'] = (workspace) => ({
    steps: [...accessSteps, ...peopleSteps, ...writeSteps],
    announce: (topic = changesTopic(workspace.id)) => notifier.notify(topic),
    accessOf: (userId, grant) => access.accessOf(workspace, userId, grant),
    comesIn: (members) => comesIn(pool, workspace.id, members),
  })
  return {
    platform,
    registry,
    pools,
    queryPools,
    filesFolder: join(config.dataDirectory, 'files'),
    surroundings,
    async administratorsOf(workspaceId) {
      const workspace = await registry.get(workspaceId)
      const found = await administratorsOf(workspace)
      if (found.length > 0) return found
      // Somebody always rules it: it is from before there were roles.
      await access.ready(workspace)
      return administratorsOf(workspace)
    },
    rolesOf: async (workspaceId, userId) => access.rolesOf(await registry.get(workspaceId), userId),
    async systemContext(workspace, source = 'system') {
      const cx = contextAs(workspace, { id: uuidv7(), userId: null }, source, surroundings(workspace))
      return { ...cx, actor: { ...cx.actor, id: await systemActor(cx) } }
    },
    async close() {
      access.close()
      await registry.close()
      await Promise.all([pools.end(), queryPools.end()])
    },
  }
}

function contextAs(workspace: Workspace, actor: Actor, source: Source, surroundings: Surroundings): Context {
  const { language } = workspace
  const { timeZone } = workspace.settings()
  return {
    workspace,
    actor,
    access: unlimited,
    source,
    language,
    timeZone,
    now: () => new Date(),
    ...surroundings,
  }
}

/** Who was a member of a workspace before it had roles. */
async function membershipsOf(pool: pg.Pool, workspaceId: string): Promise<Membership[]> {
  const { rows } = await pool.query<Membership>(
    `select user_id as "userId", role from kith.membership where workspace_id = $1`,
    [workspaceId],
  )
  return rows
}

/** Name of the actor that signs what the system writes. */
const signer = 'Kith'

async function systemActor(cx: Context): Promise<string> {
  const filter = `kind = "system" and name = "${signer}"`
  const text = await listRecords(cx, 'actor', { filter, limit: 1, sort: ['createdAt'] })
  const { data } = JSON.parse(text) as { data: { id: string }[] }
  if (data[0] !== undefined) return data[0].id
  const { id } = cx.actor
  await createRecords(
    { ...cx, source: 'system', steps: [] },
    'actor',
    [{ id, name: signer, kind: 'system' }],
    { idsOnly: true },
  )
  return id
}

/** What a new workspace begins with: its sales pipeline and the views that come with Kith. */
export async function plantSeeds(cx: Context): Promise<void> {
  for (const { object, records } of workspaceSeeds(cx.workspace.language)) {
    await createRecords({ ...cx, source: 'system' }, object, records, { idsOnly: true })
  }
  await plantViews(cx, shippedViews)
}
