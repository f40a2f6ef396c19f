import type { FastifyInstance } from 'fastify'
import { sendProblem } from '#server/platform/http/index.ts'
import { AppError } from '#shared/errors.ts'
import type { Auth } from '../auth.ts'
import { addFactorRoutes } from './factor-routes.ts'
import type { AuthHooks } from './hooks.ts'
import { addIdentityProviderRoutes } from './identity-provider-routes.ts'
import { addInvitationRoutes } from './invitation-routes.ts'
import { addJoinRoutes } from './join-routes.ts'
import { addKeyRoutes } from './key-routes.ts'
import { addMemberRoutes } from './member-routes.ts'
import { addOwnSessionRoutes } from './own-session-routes.ts'
import { addPolicyRoutes } from './policy-routes.ts'
import { addProviderRoutes } from './provider-routes.ts'
import { requireProofs } from './require-proofs.ts'
import { addSessionRoutes } from './session-routes.ts'
import { addSignInRoutes } from './sign-in-routes.ts'
import { addWorkspaceRoutes } from './workspace-routes.ts'

/** Adds `/api/v1/auth/…` to a server, and asks for a recent proof on all of its routes that want one. */
export function registerAuthRoutes(app: FastifyInstance, auth: Auth, hooks: AuthHooks): void {
  requireProofs(app, auth)
  app.register(
    async (api) => {
      api.setErrorHandler((error, request, reply) => {
        if (error instanceof AppError && error.code === 'too_many_requests')
          reply.header('retry-after', error.parameters.seconds)
        sendProblem(error, request, reply)
      })
      for (const add of [
        addSessionRoutes,
        addWorkspaceRoutes,
        addMemberRoutes,
        addKeyRoutes,
        addPolicyRoutes,
      ])
        add(api, auth, hooks)
      for (const add of [addInvitationRoutes, addJoinRoutes]) add(api, auth, hooks)
      for (const add of [addProviderRoutes, addIdentityProviderRoutes]) add(api, auth, hooks)
      for (const add of [addSignInRoutes, addOwnSessionRoutes, addFactorRoutes]) add(api, auth)
    },
    { prefix: '/api/v1' },
  )
}
