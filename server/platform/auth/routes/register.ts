import type { FastifyInstance } from 'fastify'
import { sendProblem } from '#server/platform/http/index.ts'
import { AppError } from '#shared/errors.ts'
import type { Auth } from '../auth.ts'
import type { AuthHooks } from './hooks.ts'
import { addKeyRoutes } from './key-routes.ts'
import { addMemberRoutes } from './member-routes.ts'
import { addSessionRoutes } from './session-routes.ts'
import { addWorkspaceRoutes } from './workspace-routes.ts'

/** Adds `/api/v1/auth/…` to a server. */
export function registerAuthRoutes(app: FastifyInstance, auth: Auth, hooks: AuthHooks): void {
  app.register(
    async (api) => {
      api.setErrorHandler((error, request, reply) => {
        if (error instanceof AppError && error.code === 'too_many_requests')
          reply.header('retry-after', error.parameters.seconds)
        sendProblem(error, request, reply)
      })
      for (const add of [addSessionRoutes, addWorkspaceRoutes, addMemberRoutes, addKeyRoutes])
        add(api, auth, hooks)
    },
    { prefix: '/api/v1' },
  )
}
