import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import { createPlatformPool } from '#server/platform/database/index.ts'
import { createNotifier } from '#server/platform/database/notifier.ts'
import { closeHttpServer, createHttpServer } from '#server/platform/http/index.ts'
import { createLog } from '#server/platform/log/index.ts'
import type { Outbound } from '#server/platform/outbound/index.ts'
import { derivedRing, type KeyRing } from '#server/platform/sealing/index.ts'
import { AppError } from '#shared/errors.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { type Auth, type AuthEvent, type AuthHooks, createAuth, registerAuthRoutes } from '../index.ts'

/** One server process with sign-in, on a database that others may share. */
export interface AuthProcess {
  readonly pool: Pool
  readonly auth: Auth
  readonly app: FastifyInstance
  stop(): Promise<void>
}

const ring: KeyRing = ['a secret for tests, long enough for everyone']
/** What signs session cookies. */
export const [secret] = derivedRing(ring, 'session')

/** Workspaces without records: a row of kith.workspace each. What somebody joined as stands for what they may. */
function bareHooks(pool: Pool): AuthHooks {
  return {
    async createWorkspace({ workspaceName, slug }) {
      const workspaceId = uuidv7()
      await pool.query('insert into kith.workspace (id, slug, name, schema_name) values ($1, $2, $3, $4)', [
        workspaceId,
        slug ?? workspaceId,
        workspaceName,
        `w_${workspaceId}`,
      ])
      return { workspaceId, userId: uuidv7(), actorId: uuidv7() }
    },
    createMember: async () => ({ userId: uuidv7(), actorId: uuidv7() }),
    returnMember: async () => {},
    createKeyActor: async () => uuidv7(),
    checkKeyGrant: async (_, wanted) => wanted,
    describeKeyGrants: async (_, grants) =>
      grants.map(({ roleId, readOnly, objects }) => ({
        role: roleId === null ? null : { id: roleId, name: roleId },
        readOnly,
        objects,
      })),
    requireRoles: async () => {},
    async describeWorkspaces(ids) {
      const { rows } = await pool.query<{ id: string; slug: string; name: string }>(
        'select id, slug, name from kith.workspace where id = any($1) order by array_position($1, id)',
        [ids],
      )
      return rows.map((row) => ({ ...row, language: 'en' }))
    },
    async permitRight({ role }) {
      if (role !== 'admin') throw new AppError('not_permitted')
    },
    permitRole: async () => {},
    permitPosition: async () => {},
    noteMember: async () => {},
    async permitOver({ workspaceId, userId }) {
      const { rowCount } = await pool.query(
        `select from kith.membership where workspace_id = $1 and user_id = $2 and role = 'admin'`,
        [workspaceId, userId],
      )
      if (rowCount === 0) throw new AppError('not_permitted')
    },
  }
}

interface StartOptions {
  readonly publicUrl?: string
  readonly onEvent?: (event: AuthEvent) => void
  readonly outbound?: Outbound
  /** Of another KITH_SECRET than the usual one of tests. */
  readonly keys?: KeyRing
  readonly rolesOf?: (workspaceId: string, userId: string) => Promise<readonly string[]>
}

export async function startAuth(
  url: string,
  hooks: Partial<AuthHooks> = {},
  {
    publicUrl = 'http://kith.test',
    onEvent,
    outbound,
    keys = ring,
    rolesOf = async () => [],
  }: StartOptions = {},
): Promise<AuthProcess> {
  const log = createLog('error')
  const pool = createPlatformPool(url, log)
  const notifier = await createNotifier({ url, pool, log })
  const auth = createAuth({
    pool,
    notifier,
    publicUrl,
    ring: keys,
    rolesOf,
    async administratorsOf(workspaceId) {
      const { rows } = await pool.query<{ id: string }>(
        `select user_id id from kith.membership
         where workspace_id = $1 and role = 'admin' and deactivated_at is null`,
        [workspaceId],
      )
      return rows.map(({ id }) => id)
    },
    ...(onEvent && { onEvent }),
    ...(outbound && { outbound }),
  })
  const app = createHttpServer({ log, checkReady: async () => {} })
  registerAuthRoutes(app, auth, { ...bareHooks(pool), ...hooks })
  await app.ready()
  return {
    pool,
    auth,
    app,
    async stop() {
      await closeHttpServer(app)
      auth.stop()
      await notifier.stop()
      await pool.end()
    },
  }
}
