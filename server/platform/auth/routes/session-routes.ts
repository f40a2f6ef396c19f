import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import { served } from '#server/platform/http/index.ts'
import { AppError, invalidInput } from '#shared/errors.ts'
import type { Auth } from '../auth.ts'
import { clientOf, requireIdentity, requireUnbound, sendWithCookies } from './asker.ts'
import { changePasswordContract, sessionContract, switchContract } from './contracts.ts'
import type { AuthHooks } from './hooks.ts'
import { isUuid } from './input.ts'
import type { passwordBody, switchBody } from './schemas.ts'
import { sessionDocument } from './session-document.ts'

/** Who is signed in, the open workspace, the password. */
export function addSessionRoutes(app: FastifyInstance, auth: Auth, hooks: AuthHooks): void {
  app.get('/auth/session', served(sessionContract), async (request, reply) => {
    const identity = await requireIdentity(auth, request, 'restricted')
    const account = await auth.findAccount(identity.accountId)
    const document = account && (await sessionDocument(auth, hooks, account, identity))
    if (document === undefined) throw new AppError('not_signed_in')
    const cookie = identity.kind === 'session' ? auth.renewCookie(request.headers.cookie) : undefined
    return sendWithCookies(reply, cookie === undefined ? [] : [cookie]).send(document)
  })

  app.post<{ Body: Static<typeof switchBody> }>(
    '/auth/workspace',
    served(switchContract),
    async (request, reply) => {
      const { sessionId } = await requireUnbound(auth, request, 'restricted')
      const { workspaceId } = request.body
      if (!isUuid(workspaceId)) throw invalidInput([{ path: '/workspaceId', code: 'invalid_id' }])
      await auth.switchWorkspace(sessionId, workspaceId)
      return reply.code(204).send()
    },
  )

  app.post<{ Body: Static<typeof passwordBody> }>(
    '/auth/password',
    served(changePasswordContract),
    async (request, reply) => {
      const { accountId, sessionId } = await requireUnbound(auth, request)
      const cookies = await auth.changePassword({
        accountId,
        sessionId,
        ...request.body,
        ...clientOf(request),
      })
      return sendWithCookies(reply, cookies).code(204).send()
    },
  )
}
