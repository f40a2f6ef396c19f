import type { FastifyInstance, FastifyRequest } from 'fastify'
import type pg from 'pg'
import type { Context } from '#server/core/context.ts'
import {
  type DirectoryMembers,
  type DirectorySources,
  directoryRunner,
  registerDirectoryRoutes,
  registerScimRoutes,
} from '#server/core/directory/index.ts'
import { createRecords } from '#server/core/records/index.ts'
import type { WorkspaceRunner, WorkspacesServed } from '#server/core/workspace-runner.ts'
import { type Auth, createProvisionedMembers, createScimTokens } from '#server/platform/auth/index.ts'
import { ProviderRefusal, reasonOf } from '#server/platform/auth/providers/refusal.ts'
import { AppError } from '#shared/errors.ts'
import { uuidv7 } from '#shared/uuid.ts'
import type { Kith } from './kith.ts'

interface DirectoriesOptions extends WorkspacesServed {
  readonly pool: pg.Pool
  readonly kith: Kith
  readonly auth: Auth
  readonly contextOf: (request: FastifyRequest) => Promise<Context>
  /** KITH_URL, without a slash at its end. */
  readonly address: string
}

/** SCIM, and directories that are asked. @returns what brings them in: to be started and stopped */
export async function addDirectories(
  http: FastifyInstance,
  options: DirectoriesOptions,
): Promise<WorkspaceRunner> {
  const { pool, kith, auth, contextOf, address, log } = options
  const tokens = createScimTokens(pool)
  const members = createDirectoryMembers(pool, auth)
  const sources = createSources(auth)
  registerDirectoryRoutes(http, { contextOf, sources, tokens })
  await registerScimRoutes(http, {
    tokens,
    members,
    address,
    async contextOf(workspaceId, actorId, request) {
      const cx = await kith.systemContext(await kith.registry.get(workspaceId))
      const origin = { address: request.ip, userAgent: request.headers['user-agent'] ?? null }
      return { ...cx, actor: { id: actorId, userId: null }, origin }
    },
  })
  return directoryRunner(options, {
    sources,
    members,
    log,
    contextOf: (workspace) => kith.systemContext(workspace),
  })
}

function createDirectoryMembers(pool: pg.Pool, auth: Auth): DirectoryMembers {
  const provisioned = createProvisionedMembers(pool, auth)
  return {
    withAccount: provisioned.withAccount,
    async join(cx, { userId, person: { name, email, mobile }, identity }) {
      const joining = { workspaceId: cx.workspace.id, name, email, mobile, identity }
      // Nobody leaves an actor behind each hour who cannot join.
      if (!(await provisioned.mayJoin(joining))) return 'elsewhere'
      const actorId = uuidv7()
      await createRecords(cx, 'actor', [{ id: actorId, name, kind: 'user', userId }], { idsOnly: true })
      return (await provisioned.join({ ...joining, userId, actorId })) ? 'joined' : 'elsewhere'
    },
    leave: provisioned.leave,
    comeBack: provisioned.comeBack,
  }
}

/** The workspace's identity providers that have a directory. */
function createSources(auth: Auth): DirectorySources {
  return {
    async list(workspaceId) {
      const known = await auth.listProviders(workspaceId)
      const opened = await Promise.all(known.map(({ id }) => auth.requireProvider(workspaceId, id)))
      return opened
        .filter(({ kind }) => kind.directory !== undefined)
        .map(({ id, name, enabled, kind }) => ({ id, name, enabled, kind: kind.kind }))
    },
    async read(workspaceId, id) {
      const { name, kind, config } = await auth.requireProvider(workspaceId, id)
      if (kind.directory === undefined) throw new AppError('directory_missing')
      try {
        return await kind.directory(config)
      } catch (error) {
        if (!(error instanceof ProviderRefusal)) throw error
        throw new AppError('directory_refused', { host: name, reason: reasonOf(error) }, { cause: error })
      }
    },
  }
}
