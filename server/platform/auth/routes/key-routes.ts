import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import { served } from '#server/platform/http/index.ts'
import { usualKeyLifetime } from '#shared/access/key-lifetimes.ts'
import { AppError } from '#shared/errors.ts'
import type { ApiKey } from '../api-keys.ts'
import type { Auth } from '../auth.ts'
import type { Identity } from '../identity.ts'
import { clientOf, requireRight, requireSession } from './asker.ts'
import {
  createKeyContract,
  listKeysContract,
  listMembersKeysContract,
  revokeKeyContract,
} from './contracts.ts'
import type { AuthHooks } from './hooks.ts'
import { isUuid, requireName } from './input.ts'
import type { keyBody, keyParams } from './schemas.ts'

/** A person's own API keys in the open workspace; who has the right to people sees and revokes those of all members. */
export function addKeyRoutes(app: FastifyInstance, auth: Auth, hooks: AuthHooks): void {
  /** As people read them. */
  const described = async <Key extends ApiKey>(
    { headers }: FastifyRequest,
    workspaceId: string,
    keys: readonly Key[],
  ) => {
    const grants = await hooks.describeKeyGrants(
      workspaceId,
      keys.map(({ grant }) => grant),
      headers['accept-language'],
    )
    return keys.map(({ grant: _, ...key }, index) => ({ ...key, ...grants[index] }))
  }

  app.get('/auth/keys', served(listKeysContract), async (request) => {
    const { accountId, workspaceId } = await requireSession(auth, request)
    return { data: await described(request, workspaceId, await auth.listKeys(accountId, workspaceId)) }
  })

  app.get('/auth/members/keys', served(listMembersKeysContract), async (request) => {
    const { workspaceId } = await requireRight(auth, hooks, request, 'people')
    return { data: await described(request, workspaceId, await auth.listMembersKeys(workspaceId)) }
  })

  app.post<{ Body: Static<typeof keyBody> }>(
    '/auth/keys',
    served(createKeyContract),
    async (request, reply) => {
      const { accountId, workspaceId, userId } = await requireSession(auth, request)
      const { body } = request
      const name = requireName(body.name, 'name')
      const { roleId = null, readOnly = false, objects = null, expiresInDays = usualKeyLifetime } = body
      const grant = await hooks.checkKeyGrant({ workspaceId, userId }, { roleId, readOnly, objects })
      const actorId = await hooks.createKeyActor({ workspaceId, userId, name })
      const { key, ...made } = await auth.createKey({
        ...{ accountId, workspaceId, actorId, name },
        ...{ grant, expiresInDays },
      })
      await auth.tell({ kind: 'keyCreated', accountId, workspaceId, client: clientOf(request) })
      const [document] = await described(request, workspaceId, [made])
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send({ ...document, key })
    },
  )

  app.delete<{ Params: Static<typeof keyParams> }>(
    '/auth/keys/:keyId',
    served(revokeKeyContract),
    async (request, reply) => {
      const asker = await requireSession(auth, request)
      const { accountId, workspaceId } = asker
      const { keyId } = request.params
      if (!isUuid(keyId)) throw new AppError('not_found', { what: `key ${keyId}` })
      const everybodys = await mayRevokeAll(hooks, asker)
      const place = everybodys ? { workspaceId } : { workspaceId, accountId }
      await auth.revokeKey(place, keyId)
      await auth.tell({ kind: 'keyRevoked', accountId, workspaceId, client: clientOf(request) })
      return reply.code(204).send()
    },
  )
}

async function mayRevokeAll(hooks: AuthHooks, asker: Identity): Promise<boolean> {
  try {
    await hooks.permitRight(asker, 'people')
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_permitted') return false
    throw error
  }
}
