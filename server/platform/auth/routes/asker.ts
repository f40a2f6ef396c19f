import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Right } from '#shared/access/permissions.ts'
import { AppError } from '#shared/errors.ts'
import type { Auth } from '../auth.ts'
import type { Client } from '../authority.ts'
import type { Identity } from '../identity.ts'
import type { AuthHooks } from './hooks.ts'

type SessionIdentity = Extract<Identity, { kind: 'session' }>

/** For what a session may ask that has yet to show a second factor. */
type Also = 'restricted'

/** @throws AppError not_signed_in, cross_site_request, second_factor_required */
export async function requireIdentity(auth: Auth, request: FastifyRequest, also?: Also): Promise<Identity> {
  const identity = await auth.identify(request, also)
  if (identity === null) throw new AppError('not_signed_in')
  return identity
}

/** For what a key may not do: a stolen key shall not make further keys. @throws AppError not_permitted too */
export async function requireSession(
  auth: Auth,
  request: FastifyRequest,
  also?: Also,
): Promise<SessionIdentity> {
  const identity = await requireIdentity(auth, request, also)
  if (identity.kind !== 'session') throw new AppError('not_permitted')
  return identity
}

/**
 * For what concerns the account in all of its workspaces: an identity provider vouches for one of them, and whoever rules it shall
 * not come further by it.
 * @throws AppError session_bound too
 */
export async function requireUnbound(
  auth: Auth,
  request: FastifyRequest,
  also?: Also,
): Promise<SessionIdentity> {
  const identity = await requireSession(auth, request, also)
  if (identity.providerId !== null) throw new AppError('session_bound')
  return identity
}

/** @throws AppError not_permitted to who lacks the right too */
export async function requireRight(
  auth: Auth,
  hooks: Pick<AuthHooks, 'permitRight'>,
  request: FastifyRequest,
  right: Right,
): Promise<Identity> {
  const identity = await requireIdentity(auth, request)
  await hooks.permitRight(identity, right)
  return identity
}

export const clientOf = (request: FastifyRequest): Client => ({
  address: request.ip,
  userAgent: request.headers['user-agent'],
})

/** Answers about who asks are nobody else's: no cache keeps them. */
export function sendWithCookies(reply: FastifyReply, cookies: string[]): FastifyReply {
  return reply.header('set-cookie', cookies).header('cache-control', 'no-store')
}
