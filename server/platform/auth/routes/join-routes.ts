import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import { served } from '#server/platform/http/index.ts'
import { AppError } from '#shared/errors.ts'
import type { Auth } from '../auth.ts'
import type { OpenInvitation } from '../invitations/invitations.ts'
import { clientOf, sendWithCookies } from './asker.ts'
import type { AuthHooks } from './hooks.ts'
import { joinContract, lookAtInvitationContract } from './invitation-contracts.ts'
import type { joinBody, lookBody } from './invitation-schemas.ts'
import { joinAsKnown, joinAsNew } from './join.ts'

/** What stands behind the link of an invitation: for anyone who has it. */
export function addJoinRoutes(app: FastifyInstance, auth: Auth, hooks: AuthHooks): void {
  app.post<{ Body: Static<typeof lookBody> }>(
    '/auth/join/look',
    served(lookAtInvitationContract),
    async (request, reply) => {
      const { workspaceId, invitedBy, email, mobile, name, language } = await open(
        request,
        request.body.token,
      )
      const [workspace] = await hooks.describeWorkspaces([workspaceId])
      const inviter = await auth.findMember(workspaceId, invitedBy)
      const account = inviter && (await auth.findAccount(inviter.accountId))
      const known = (email ?? mobile) !== null && (await auth.findAccounts({ email, mobile })).length > 0
      const data = {
        workspaceName: workspace?.name ?? '',
        inviterName: account?.name ?? '',
        ...{ email, mobile, name, language, known },
      }
      return reply.header('cache-control', 'no-store').send({ data })
    },
  )

  app.post<{ Body: Static<typeof joinBody> }>('/auth/join', served(joinContract), async (request, reply) => {
    auth.requireSameOrigin(request)
    const { token, password, ...person } = request.body
    const succeed = await auth.countJoining(request.ip, token)
    // One after the other: a link works once.
    const { account, cookies } = await auth.exclusive('new member', async () => {
      const invitation = await open(request, token)
      const used = async () => {
        if (!(await auth.useInvitation(invitation.id))) throw new AppError('invitation_invalid')
      }
      const joining = { auth, hooks, invitation, used, client: clientOf(request) }
      if (password !== undefined) return joinAsNew(joining, { ...person, password })
      const identity = await auth.identify(request)
      if (identity?.kind === 'session' && identity.providerId !== null) throw new AppError('session_bound')
      if (identity?.kind !== 'session') throw new AppError('not_signed_in')
      return joinAsKnown(joining, identity)
    })
    await succeed()
    const { workspaceId, userId } = account
    return sendWithCookies(reply, cookies).send({ data: { workspaceId, userId } })
  })

  /** Whoever invited must still be there and have all that they gave. @throws AppError invitation_invalid, whatever the reason */
  async function open(request: FastifyRequest, token: string): Promise<OpenInvitation> {
    const found = await auth.openInvitation(token)
    const refused = async (workspaceId: string | undefined, reason: string, userId?: string) => {
      if (workspaceId !== undefined)
        await hooks.noteMember({
          kind: 'joinRefused',
          workspaceId,
          by: null,
          client: clientOf(request),
          ...(userId !== undefined && { userId }),
          details: { reason },
        })
      return new AppError('invitation_invalid')
    }
    if ('failure' in found) throw await refused(found.workspaceId, found.failure)
    const { invitation } = found
    const { workspaceId, invitedBy } = invitation
    if ((await auth.findMember(workspaceId, invitedBy))?.active !== true)
      throw await refused(workspaceId, 'inviter_gone', invitedBy)
    await hooks
      .permitPosition({ workspaceId, userId: invitedBy }, invitation)
      .catch(async (error: unknown) => {
        throw error instanceof AppError ? await refused(workspaceId, error.code, invitedBy) : error
      })
    return invitation
  }
}
