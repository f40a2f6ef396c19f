import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import { served } from '#server/platform/http/index.ts'
import type { Auth } from '../auth.ts'
import type { AuthEventKind } from '../events.ts'
import { clientOf, requireRight } from './asker.ts'
import type { AuthHooks } from './hooks.ts'
import { requireName } from './input.ts'
import {
  addProviderContract,
  changeProviderContract,
  listProvidersContract,
  removeProviderContract,
  tryProviderContract,
} from './provider-contracts.ts'
import type { newProviderBody, providerChangeBody, providerParams } from './provider-schemas.ts'

type Params = { Params: Static<typeof providerParams> }

/** Setting up who vouches for the workspace's members. */
export function addIdentityProviderRoutes(app: FastifyInstance, auth: Auth, hooks: AuthHooks): void {
  const setter = async (request: FastifyRequest) => {
    const identity = await requireRight(auth, hooks, request, 'settings')
    // Who says by whom people are vouched for could come in as any of them.
    await hooks.permitRole(identity, 'admin')
    const { accountId, workspaceId } = identity
    const told = (kind: AuthEventKind, provider: string) =>
      auth.tell({ kind, accountId, workspaceId, provider, client: clientOf(request) })
    return { workspaceId, told }
  }

  app.get('/auth/identity-providers', served(listProvidersContract), async (request) => {
    const { workspaceId } = await requireRight(auth, hooks, request, 'settings')
    return { data: await auth.listProviders(workspaceId) }
  })

  app.post<{ Body: Static<typeof newProviderBody> }>(
    '/auth/identity-providers',
    served(addProviderContract),
    async (request, reply) => {
      const { workspaceId, told } = await setter(request)
      const { kind, config, enabled = false, provision = false } = request.body
      const name = requireName(request.body.name, 'name')
      const data = await auth.addProvider(workspaceId, { kind, name, config, enabled, provision })
      await told('providerAdded', name)
      return reply.code(201).send({ data })
    },
  )

  app.patch<Params & { Body: Static<typeof providerChangeBody> }>(
    '/auth/identity-providers/:id',
    served(changeProviderContract),
    async (request) => {
      const { workspaceId, told } = await setter(request)
      const { name, ...change } = request.body
      const data = await auth.changeProvider(workspaceId, request.params.id, {
        ...change,
        ...(name !== undefined && { name: requireName(name, 'name') }),
      })
      await told('providerChanged', data.name)
      return { data }
    },
  )

  app.delete<Params>(
    '/auth/identity-providers/:id',
    served(removeProviderContract),
    async (request, reply) => {
      const { workspaceId, told } = await setter(request)
      const { name } = await auth.removeProvider(workspaceId, request.params.id)
      await told('providerRemoved', name)
      return reply.code(204).send()
    },
  )

  app.post<Params>(
    '/auth/identity-providers/:id/try',
    served(tryProviderContract),
    async (request, reply) => {
      const { workspaceId } = await setter(request)
      auth.requireOwnAddress(request.headers)
      const { id } = await auth.requireProvider(workspaceId, request.params.id)
      const { address, cookies } = await auth.beginVisit({
        client: clientOf(request),
        cookie: request.headers.cookie,
        providerId: id,
        purpose: 'trial',
        returnTo: '/',
        sessionId: null,
      })
      return reply.header('set-cookie', cookies).send({ data: { address } })
    },
  )
}
