import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import { served } from '#server/platform/http/index.ts'
import type { Auth } from '../auth.ts'
import type { Identity } from '../identity.ts'
import { invitationMail } from '../invitations/invitation-mail.ts'
import type { Invited } from '../invitations/invitations.ts'
import { clientOf, requireRight } from './asker.ts'
import type { AuthHooks } from './hooks.ts'
import {
  inviteContract,
  listInvitationsContract,
  renewInvitationContract,
  withdrawInvitationContract,
} from './invitation-contracts.ts'
import type { invitationParams, inviteBody, renewBody } from './invitation-schemas.ts'
import { readInvitees } from './invite.ts'

type Params = Static<typeof invitationParams>

/** Who is asked to join the open workspace; who has the right `people` asks them. */
export function addInvitationRoutes(app: FastifyInstance, auth: Auth, hooks: AuthHooks): void {
  const staff = (request: FastifyRequest) => requireRight(auth, hooks, request, 'people')

  app.get('/auth/invitations', served(listInvitationsContract), async (request) => {
    const { workspaceId } = await staff(request)
    return { data: await auth.listInvitations(workspaceId), mail: hooks.sendMail !== undefined }
  })

  app.post<{ Body: Static<typeof inviteBody> }>(
    '/auth/invitations',
    served(inviteContract),
    async (request, reply) => {
      const asker = await staff(request)
      const { workspaceId, userId } = asker
      const { roleIds, teamId = null, send = true, ...body } = request.body
      await hooks.permitPosition(asker, { roleIds, teamId })
      const invitees = await readInvitees(auth, workspaceId, body)
      const language = body.language ?? (await workspaceOf(hooks, workspaceId)).language
      const terms = { workspaceId, invitedBy: userId, roleIds, teamId, language }
      const data = []
      for (const invitee of invitees) {
        const invited = await auth.invite({ ...terms, ...invitee })
        await note(asker, request, invited)
        data.push(invited)
      }
      const delivered = await Promise.all(data.map((invited) => deliver(asker, request, invited, send)))
      return reply.code(201).header('cache-control', 'no-store').send({ data: delivered })
    },
  )

  app.post<{ Params: Params; Body: Static<typeof renewBody> }>(
    '/auth/invitations/:id/renew',
    served(renewInvitationContract),
    async (request, reply) => {
      const asker = await staff(request)
      const { workspaceId, userId } = asker
      // Whoever renews answers for what it gives.
      const { roleIds, teamId } = await auth.findInvitation(workspaceId, request.params.id)
      await hooks.permitPosition(asker, { roleIds, teamId })
      const invited = await auth.renewInvitation(workspaceId, request.params.id, userId)
      await note(asker, request, invited)
      const data = await deliver(asker, request, invited, request.body.send ?? true)
      return reply.header('cache-control', 'no-store').send({ data })
    },
  )

  app.delete<{ Params: Params }>(
    '/auth/invitations/:id',
    served(withdrawInvitationContract),
    async (request, reply) => {
      const asker = await staff(request)
      const { workspaceId } = asker
      const { email, mobile } = await auth.findInvitation(workspaceId, request.params.id)
      await auth.withdrawInvitation(workspaceId, request.params.id)
      await hooks.noteMember({
        kind: 'invitationWithdrawn',
        workspaceId,
        by: asker,
        client: clientOf(request),
        details: { identifier: email ?? mobile },
      })
      return reply.code(204).send()
    },
  )

  const note = (asker: Identity, request: FastifyRequest, { invitation }: Invited): Promise<void> =>
    hooks.noteMember({
      kind: 'memberInvited',
      workspaceId: asker.workspaceId,
      by: asker,
      client: clientOf(request),
      details: { identifier: invitation.email ?? invitation.mobile, roleIds: invitation.roleIds },
    })

  /** By mail where that can be; else who asks gets the token, and hands the link over. */
  async function deliver(asker: Identity, request: FastifyRequest, invited: Invited, send: boolean) {
    const { invitation, token } = invited
    const { email, language } = invitation
    if (!send || email === null || hooks.sendMail === undefined) return invited
    const { name: workspace } = await workspaceOf(hooks, asker.workspaceId)
    const inviter = (await auth.findAccount(asker.accountId))?.name ?? ''
    const link = auth.joinAddress(token)
    try {
      await hooks.sendMail(invitationMail({ to: email, language, workspace, inviter, link }))
      return { invitation: await auth.noteSent(invitation.id) }
    } catch (error) {
      request.log.warn({ err: error }, 'an invitation could not be sent')
      return invited
    }
  }
}

async function workspaceOf(hooks: AuthHooks, workspaceId: string) {
  return (await hooks.describeWorkspaces([workspaceId]))[0]!
}
