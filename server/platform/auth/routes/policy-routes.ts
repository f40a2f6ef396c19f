import type { FastifyInstance } from 'fastify'
import { served } from '#server/platform/http/index.ts'
import type { SignInPolicy } from '#shared/access/sign-in-policy.ts'
import { getSignInPolicyContract, setSignInPolicyContract } from '#shared/operations/sign-in-policy.ts'
import type { Auth } from '../auth.ts'
import { clientOf, requireRight } from './asker.ts'
import type { AuthHooks } from './hooks.ts'

/** How people come into the open workspace. */
export function addPolicyRoutes(app: FastifyInstance, auth: Auth, hooks: AuthHooks): void {
  app.get('/auth/sign-in-policy', served(getSignInPolicyContract), async (request, reply) => {
    const { workspaceId } = await requireRight(auth, hooks, request, 'settings')
    return reply.header('cache-control', 'no-store').send({ data: await auth.signInPolicy(workspaceId) })
  })

  app.put<{ Body: SignInPolicy }>(
    '/auth/sign-in-policy',
    served(setSignInPolicyContract),
    async (request, reply) => {
      const { accountId, workspaceId } = await requireRight(auth, hooks, request, 'settings')
      const policy = request.body
      if (typeof policy.secondFactor === 'object')
        await hooks.requireRoles(workspaceId, policy.secondFactor.roles)
      const before = await auth.signInPolicy(workspaceId)
      await auth.setSignInPolicy(workspaceId, policy)
      await auth.tell({
        ...{ kind: 'signInPolicyChanged', accountId, workspaceId, client: clientOf(request) },
        details: { before, after: policy },
      })
      return reply.header('cache-control', 'no-store').send({ data: policy })
    },
  )
}
