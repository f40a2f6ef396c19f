import type { FastifyRequest } from 'fastify'
import type { Context, Surroundings } from '#server/core/context.ts'
import type { Workspace } from '#server/core/workspaces/index.ts'
import type { Auth } from '#server/platform/auth/index.ts'
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
 * @throws AppError `not_signed_in`, `no_workspace`, `cross_site_request`, `invalid_parameter`
 */
export function createContextOf({
  auth,
  workspaces,
  surroundings: surroundingsOf,
  keyUsed,
}: ContextOptions): ContextOf {
  return async (request) => {
    const identity = await auth.identify({ method: request.method, headers: request.headers })
    if (identity === null) throw new AppError('not_signed_in')
    const workspace = await workspaces.get(identity.workspaceId)
    const { headers } = request
    const surroundings = surroundingsOf(workspace)
    const cx: Context = {
      workspace,
      actor: { id: identity.actorId, userId: identity.userId },
      access: await surroundings.accessOf(identity.userId),
      source: identity.kind === 'session' ? 'web' : 'api',
      origin: { address: request.ip, userAgent: headers['user-agent'] ?? null },
      language: negotiateLanguage(headers['accept-language'], workspace.language),
      timeZone: zoneOf(headers['time-zone']) ?? workspace.settings().timeZone,
      now: () => new Date(),
      ...surroundings,
    }
    if (identity.kind === 'key') keyUsed?.(cx)
    const other = headers['view-as']
    return typeof other === 'string' ? viewAs(cx, other, request.method) : cx
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
