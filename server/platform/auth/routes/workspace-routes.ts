import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import { served } from '#server/platform/http/index.ts'
import { AppError } from '#shared/errors.ts'
import type { Auth } from '../auth.ts'
import { clientOf, requireUnbound, sendWithCookies } from './asker.ts'
import { createWorkspaceContract, firstRunContract, installationContract } from './contracts.ts'
import type { AuthHooks, NewWorkspace } from './hooks.ts'
import { requireName, requirePlace } from './input.ts'
import type { firstRunBody, workspaceBody } from './schemas.ts'

/** The first run, which makes the first workspace and account, and further workspaces. */
export function addWorkspaceRoutes(app: FastifyInstance, auth: Auth, hooks: AuthHooks): void {
  app.get('/auth/installation', served(installationContract), async (_, reply) =>
    reply.header('cache-control', 'no-store').send({ complete: !(await auth.isEmptyInstallation()) }),
  )

  app.post<{ Body: Static<typeof firstRunBody> }>(
    '/auth/first-run',
    served(firstRunContract),
    async (request, reply) => {
      auth.requireSameOrigin(request)
      const { body } = request
      const account = await auth.exclusive('first run', async () => {
        if (!(await auth.isEmptyInstallation())) throw new AppError('installation_complete')
        const workspace = readWorkspace(body)
        // The account comes last: whatever stops the work before leaves an installation that can begin anew.
        const prepared = await auth.prepareAccount(body)
        const { passwordHash: _, ...founder } = prepared
        const membership = await hooks.createWorkspace({ ...workspace, account: founder })
        return auth.insertAccount(prepared, { ...membership, role: 'admin' })
      })
      const cookies = await auth.openSession({
        accountId: account.id,
        method: 'password',
        client: clientOf(request),
      })
      return sendWithCookies(reply, cookies).code(201).send({ account })
    },
  )

  app.post<{ Body: Static<typeof workspaceBody> }>(
    '/auth/workspaces',
    served(createWorkspaceContract),
    async (request, reply) => {
      const { accountId, sessionId } = await requireUnbound(auth, request)
      const account = await auth.findAccount(accountId)
      if (account === undefined) throw new AppError('not_signed_in')
      const membership = await hooks.createWorkspace({ ...readWorkspace(request.body), account })
      await auth.addMembership({ accountId, ...membership, role: 'admin' })
      await auth.switchWorkspace(sessionId, membership.workspaceId)
      return reply.code(201).send({ workspaceId: membership.workspaceId })
    },
  )
}

/** @throws AppError naming the bad input */
function readWorkspace(body: Static<typeof workspaceBody>): Omit<NewWorkspace, 'account'> {
  requirePlace(body)
  return {
    workspaceName: requireName(body.workspaceName, 'workspaceName'),
    slug: body.slug,
    language: body.language,
    timeZone: body.timeZone,
    currency: body.currency,
    demo: body.demo ?? false,
  }
}
