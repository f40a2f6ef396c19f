import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import { createPlatformPool } from '#server/platform/database/index.ts'
import { createNotifier } from '#server/platform/database/notifier.ts'
import { closeHttpServer, createHttpServer } from '#server/platform/http/index.ts'
import { createLog } from '#server/platform/log/index.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { type Auth, type AuthEvent, type AuthHooks, createAuth, registerAuthRoutes } from '../index.ts'

/** One server process with sign-in, on a database that others may share. */
export interface AuthProcess {
  readonly pool: Pool
  readonly auth: Auth
  readonly app: FastifyInstance
  stop(): Promise<void>
}

export const secret = 'a secret for tests, long enough for everyone'
export const factorSecret = 'another secret, for second factors alone'

/** Workspaces without records: a row of kith.workspace each. */
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
    async describeWorkspaces(ids) {
      const { rows } = await pool.query<{ id: string; slug: string; name: string }>(
        'select id, slug, name from kith.workspace where id = any($1) order by array_position($1, id)',
        [ids],
      )
      return rows.map((row) => ({ ...row, language: 'en' }))
    },
  }
}

interface StartOptions {
  readonly publicUrl?: string
  readonly onEvent?: (event: AuthEvent) => void
}

export async function startAuth(
  url: string,
  hooks: Partial<AuthHooks> = {},
  { publicUrl = 'http://kith.test', onEvent }: StartOptions = {},
): Promise<AuthProcess> {
  const log = createLog('error')
  const pool = createPlatformPool(url, log)
  const notifier = await createNotifier({ url, pool, log })
  const auth = createAuth({ pool, notifier, publicUrl, secret, factorSecret, ...(onEvent && { onEvent }) })
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
