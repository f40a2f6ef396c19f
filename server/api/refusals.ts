import type { FastifyInstance, FastifyRequest } from 'fastify'
import { visibleRows } from '#server/core/access/index.ts'
import { createMinuteCounts, recordAudit } from '#server/core/audit/index.ts'
import type { Context, Surroundings } from '#server/core/context.ts'
import { Parameters, quoted } from '#server/core/expression/scope.ts'
import { pooledObject } from '#server/core/pools/pool-row.ts'
import type { Workspace } from '#server/core/workspaces/index.ts'
import type { Identity } from '#server/platform/auth/index.ts'
import { problemOf } from '#server/platform/http/index.ts'
import type { Log } from '#server/platform/log/index.ts'
import type { ErrorCode } from '#shared/errors.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { Named } from '#shared/operations/contract.ts'
import { contextWithin } from './context.ts'
import { isViewing } from './view-as.ts'

interface RefusalOptions {
  /** Who asked; null where it was nobody. */
  readonly identify: (request: FastifyRequest) => Identity | null | Promise<Identity | null>
  readonly workspace: (id: string) => Promise<Workspace>
  readonly surroundings: (workspace: Workspace) => Surroundings
  readonly log: Log
}

/** Answers to who may not; the other ones with 403 ask for a proof, or tell of a session that opens nothing. */
const notTheirs: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'not_permitted',
  'beyond_own_access',
  'member_has_more',
  'member_elsewhere',
  'session_bound',
  'cross_site_request',
])

/** Answers as if an object, or a pool of one, were not there. */
const asIfNone: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['unknown_object', 'pool_missing'])

/** Per workspace, actor and route. */
const counts = createMinuteCounts()

/**
 * Writes an entry of the audit log where a member or a key asks for what is not theirs: what they may not do, and what is there
 * and answered as if it were not. Of one route's within a minute the first, the tenth, the hundredth … are told.
 * @returns resolves when all that was refused is written
 */
export function auditRefusals(http: FastifyInstance, options: RefusalOptions): () => Promise<void> {
  const writing = new Set<Promise<void>>()
  http.addHook('onResponse', (request, reply, done) => {
    done()
    const code = problemOf(request)?.code
    if (code === undefined || !(notTheirs.has(code) || reply.statusCode === 404)) return
    if (isViewing(request)) return
    const work = note(options, request, code)
      .catch((error: unknown) => options.log.error({ err: error }, 'a refusal was not noted'))
      .finally(() => writing.delete(work))
    writing.add(work)
  })
  return async () => void (await Promise.all(writing))
}

async function note(options: RefusalOptions, request: FastifyRequest, code: ErrorCode): Promise<void> {
  const asker = await options.identify(request)
  if (asker === null) return
  const workspace = await options.workspace(asker.workspaceId)
  const cx = await contextWithin(workspace, asker, request, options.surroundings(workspace))
  const { object, record, isHidden } = await aboutOf(cx, request)
  if (!notTheirs.has(code) && !isHidden && !(object !== undefined && asIfNone.has(code))) return
  const route = `${request.method} ${request.routeOptions.url ?? ''}`
  const count = counts.add(`${workspace.id} ${asker.actorId} ${route}`, 1, 1, 10)
  if (count === undefined) return
  await recordAudit(cx, {
    kind: 'accessRefused',
    outcome: 'refused',
    object: object?.name,
    record,
    count,
    details: { route, reason: code, within: counts.within },
  })
}

interface About {
  readonly object?: CatalogueObject
  readonly record?: string
  /** The record is there, and out of the asker's sight. */
  readonly isHidden?: boolean
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
const byName: Named = { object: { name: 'object' } }

/** The object and the record that the request names, as far as they are there, whoever asks. */
async function aboutOf(cx: Context, { params, query, routeOptions }: FastifyRequest): Promise<About> {
  const given: Readonly<Record<string, unknown>> = { ...Object(query), ...Object(params) }
  const names = routeOptions.config.contract?.names ?? byName
  const object = await namedObject(cx.workspace, names.object, given)
  const id = names.record === undefined ? undefined : given[names.record]
  if (object === undefined) return {}
  if (typeof id !== 'string' || !uuid.test(id)) return { object }
  const parameters = new Parameters()
  const visible = visibleRows(cx, object, 't', parameters) ?? 'true'
  const { rows } = await cx.workspace.pool.query<{ isHidden: boolean }>({
    text: `select (${visible}) is not true as "isHidden" from ${cx.workspace.schema}.${quoted(object.table)} t
      where t.id = ${parameters.add(id, 'uuid')} and t.deleted_at is null`,
    values: parameters.values,
  })
  return rows[0] === undefined ? { object } : { object, record: id, ...rows[0] }
}

async function namedObject(
  workspace: Workspace,
  object: Named['object'],
  given: Readonly<Record<string, unknown>>,
): Promise<CatalogueObject | undefined> {
  if (typeof object === 'string') return workspace.catalogue().byKey(object)
  if ('name' in object) {
    const name = given[object.name]
    return typeof name === 'string' ? workspace.catalogue().find(name) : undefined
  }
  const pool = given[object.pool]
  return typeof pool === 'string' && uuid.test(pool) ? pooledObject(workspace, pool) : undefined
}
