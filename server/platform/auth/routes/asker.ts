import type { FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '#shared/errors.ts'
import type { Auth } from '../auth.ts'
import type { Client } from '../authority.ts'
import type { Identity } from '../identity.ts'

type SessionIdentity = Extract<Identity, { kind: 'session' }>

/** @throws AppError not_signed_in, cross_site_request */
export async function requireIdentity(auth: Auth, request: FastifyRequest): Promise<Identity> {
  const identity = await auth.identify(request)
  if (identity === null) throw new AppError('not_signed_in')
  return identity
}

/** For what a key may not do: a stolen key shall not make further keys. @throws AppError not_permitted too */
export async function requireSession(auth: Auth, request: FastifyRequest): Promise<SessionIdentity> {
  const identity = await requireIdentity(auth, request)
  if (identity.kind !== 'session') throw new AppError('not_permitted')
  return identity
}

/** @throws AppError not_permitted too */
export async function requireAdmin(auth: Auth, request: FastifyRequest): Promise<Identity> {
  const identity = await requireIdentity(auth, request)
  if (identity.role !== 'admin') throw new AppError('not_permitted')
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
