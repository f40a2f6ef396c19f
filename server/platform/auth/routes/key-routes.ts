import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import { served } from '#server/platform/http/index.ts'
import { AppError } from '#shared/errors.ts'
import type { Auth } from '../auth.ts'
import { clientOf, requireSession } from './asker.ts'
import { createKeyContract, listKeysContract, revokeKeyContract } from './contracts.ts'
import type { AuthHooks } from './hooks.ts'
import { isUuid, requireName } from './input.ts'
import type { keyBody, keyParams } from './schemas.ts'

/** A person's own API keys in the open workspace. */
export function addKeyRoutes(app: FastifyInstance, auth: Auth, hooks: AuthHooks): void {
  app.get('/auth/keys', served(listKeysContract), async (request) => {
    const { accountId, workspaceId } = await requireSession(auth, request)
    return { data: await auth.listKeys(accountId, workspaceId) }
  })

  app.post<{ Body: Static<typeof keyBody> }>(
    '/auth/keys',
    served(createKeyContract),
    async (request, reply) => {
      const { accountId, workspaceId, userId } = await requireSession(auth, request)
      const name = requireName(request.body.name, 'name')
      const actorId = await hooks.createKeyActor({ workspaceId, userId, name })
      const key = await auth.createKey({ accountId, workspaceId, actorId, name })
      await auth.tell({ kind: 'keyCreated', accountId, client: clientOf(request) })
      return reply.code(201).header('cache-control', 'no-store').send(key)
    },
  )

  app.delete<{ Params: Static<typeof keyParams> }>(
    '/auth/keys/:keyId',
    served(revokeKeyContract),
    async (request, reply) => {
      const { accountId, workspaceId } = await requireSession(auth, request)
      const { keyId } = request.params
      if (!isUuid(keyId)) throw new AppError('not_found', { what: `key ${keyId}` })
      await auth.revokeKey(accountId, workspaceId, keyId)
      await auth.tell({ kind: 'keyRevoked', accountId, client: clientOf(request) })
      return reply.code(204).send()
    },
  )
}
