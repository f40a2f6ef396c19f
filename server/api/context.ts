import type { FastifyRequest } from 'fastify'
import type { Context, Surroundings } from '#server/core/context.ts'
import { downloadContract } from '#server/core/files/index.ts'
import type { Workspace } from '#server/core/workspaces/index.ts'
import type { Auth, Identity } from '#server/platform/auth/index.ts'
import { AppError } from '#shared/errors.ts'
import { negotiateLanguage } from '#shared/language.ts'
import { type ContextOf, invalidHeader } from './route.ts'
import { viewAs } from './view-as.ts'

interface ContextOptions {
  readonly auth: Pick<Auth, 'identify'>
  readonly workspaces: { get(id: string): Promise<Workspace> }
  /** What follows from writes, and how followers hear of them. */
  readonly surroundings: (workspace: Workspace) => Surroundings
  /** Hears of every request by key. */
  readonly keyUsed?: (cx: Context) => void
}

/**
 * Who asks, of which workspace, in which language and time zone (header `Time-Zone`, an IANA name; else the workspace's), and
 * through whose eyes (header `View-As`, a member's id; else their own).
 * @throws AppError `not_signed_in`, `second_factor_required`, `no_workspace`, `cross_site_request`, `invalid_parameter`; `not_permitted`
 * for a write by a key that only reads
 */
export function createContextOf({
  auth,
  workspaces,
  surroundings: surroundingsOf,
  keyUsed,
}: ContextOptions): ContextOf {
  return async (request) => {
    const { method, headers, ip } = request
    const identity = await auth.identify({
      method,
      headers,
      ip,
      ...(isStream(request) && { background: true }),
    })
    if (identity === null) throw new AppError('not_signed_in')
    const grant = identity.kind === 'key' ? identity.grant : undefined
    // Not all that is written is a record: views, preferences, news that was read.
    if (grant?.readOnly && method !== 'GET' && method !== 'HEAD') throw new AppError('not_permitted')
    const workspace = await workspaces.get(identity.workspaceId)
    const own = await contextWithin(workspace, identity, request, surroundingsOf(workspace))
    const cx: Context = {
      ...own,
      language: negotiateLanguage(headers['accept-language'], workspace.language),
      timeZone: zoneOf(headers['time-zone']) ?? own.timeZone,
    }
    if (identity.kind === 'key') keyUsed?.(cx)
    const other = headers['view-as'] ?? viewedInAddress(request)
    return typeof other === 'string' ? viewAs(cx, other, request) : cx
  }
}

/** What who asks may, with their own eyes, in the workspace's language and time zone. */
export async function contextWithin(
  workspace: Workspace,
  identity: Identity,
  { ip, headers }: Pick<FastifyRequest, 'ip' | 'headers'>,
  surroundings: Surroundings,
): Promise<Context> {
  const grant = identity.kind === 'key' ? identity.grant : undefined
  return {
    workspace,
    actor: { id: identity.actorId, userId: identity.userId },
    access: await surroundings.accessOf(identity.userId, grant),
    source: identity.kind === 'session' ? 'web' : 'api',
    origin: { address: ip, userAgent: headers['user-agent'] ?? null },
    language: workspace.language,
    timeZone: workspace.settings().timeZone,
    now: () => new Date(),
    ...surroundings,
  }
}

/**
 * Calls `listener` whenever who sent this request may be nobody any more: signed out, deactivated, the key revoked. Returns how to
 * stop.
 */
export type WatchAsker = (request: FastifyRequest, listener: () => void) => Promise<() => void>

export function createWatchAsker(auth: Pick<Auth, 'identify' | 'watch'>): WatchAsker {
  return async (request, listener) => {
    const identity = await auth.identify({ method: request.method, headers: request.headers })
    return identity === null ? () => {} : auth.watch(identity, listener)
  }
}

/** An open stream asks by itself, again and again: that is no sign that its person is there. */
const isStream = ({ routeOptions }: FastifyRequest): boolean =>
  routeOptions.config.contract?.produces?.includes('text/event-stream') === true

/** Pictures and links carry no headers: of a file alone the address may say through whose eyes. */
function viewedInAddress({ routeOptions, query }: FastifyRequest): string | undefined {
  if (routeOptions.config.contract?.name !== downloadContract.name) return undefined
  const given = typeof query === 'object' && query !== null ? Reflect.get(query, 'viewAs') : undefined
  return typeof given === 'string' ? given : undefined
}

const knownZones = new Set<string>()

function zoneOf(header: string | string[] | undefined): string | undefined {
  if (typeof header !== 'string' || header === '') return undefined
  if (knownZones.has(header)) return header
  try {
    // Names only: an offset such as +08:00 would be no zone to PostgreSQL.
    if (!/^[A-Za-z]/.test(header)) throw new RangeError()
    new Intl.DateTimeFormat('en', { timeZone: header })
  } catch {
    throw invalidHeader('Time-Zone')
  }
  if (knownZones.size < 1_000) knownZones.add(header)
  return header
}
