import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import { served } from '#server/platform/http/index.ts'
import { AppError, invalidInput } from '#shared/errors.ts'
import type { Account } from '../account.ts'
import { readWaysIn } from '../accounts.ts'
import type { Auth } from '../auth.ts'
import { clientOf, requireIdentity, requireRight, requireSession } from './asker.ts'
import {
  addMemberContract,
  listMembersContract,
  resetFactorsContract,
  resetPasswordContract,
} from './contracts.ts'
import type { AuthHooks } from './hooks.ts'
import type { memberBody, memberParams, resetBody } from './schemas.ts'

type NewMemberBody = Static<typeof memberBody>

/** The members of the open workspace; who has the right adds to them. */
export function addMemberRoutes(app: FastifyInstance, auth: Auth, hooks: AuthHooks): void {
  app.get('/auth/members', served(listMembersContract), async (request) => {
    const { workspaceId } = await requireIdentity(auth, request)
    return { data: await auth.membersOf(workspaceId) }
  })

  app.post<{ Body: NewMemberBody }>('/auth/members', served(addMemberContract), async (request, reply) => {
    const asker = await requireRight(auth, hooks, request, 'people')
    const { workspaceId } = asker
    const { body } = request
    await hooks.permitRole(asker, body.role)
    const account = await auth.exclusive('new member', async () => {
      const known = await findPerson(auth, body)
      return known === undefined
        ? addStranger(auth, hooks, workspaceId, body)
        : takeBack(auth, hooks, workspaceId, known, body)
    })
    const membership = await auth.findMembership(account.id, workspaceId)
    return reply.code(201).send({ ...account, id: membership?.userId, role: body.role })
  })

  app.post<{ Params: Static<typeof memberParams>; Body: Static<typeof resetBody> }>(
    '/auth/members/:id/password',
    served(resetPasswordContract),
    async (request, reply) => {
      const asker = await requireSession(auth, request)
      await hooks.permitRight(asker, 'people')
      await auth.resetPassword({
        asker,
        userId: request.params.id,
        password: request.body.password,
        client: clientOf(request),
        permitOver: hooks.permitOver,
      })
      return reply.code(204).send()
    },
  )

  app.post<{ Params: Static<typeof memberParams> }>(
    '/auth/members/:id/factors/reset',
    served(resetFactorsContract),
    async (request, reply) => {
      const asker = await requireSession(auth, request)
      await hooks.permitRight(asker, 'people')
      const { permitOver } = hooks
      await auth.resetFactors({ asker, userId: request.params.id, client: clientOf(request), permitOver })
      return reply.code(204).send()
    },
  )
}

/** @throws AppError account_exists where address and number belong to two people */
async function findPerson(auth: Auth, body: NewMemberBody): Promise<Account | undefined> {
  const { email, mobile, issues } = await readWaysIn(body)
  if (issues.length > 0) throw invalidInput(issues)
  const [account, another] = await auth.findAccounts({ email, mobile })
  if (another !== undefined) throw new AppError('account_exists', { identifier: mobile ?? '' })
  return account
}

async function addStranger(auth: Auth, hooks: AuthHooks, workspaceId: string, body: NewMemberBody) {
  const prepared = await auth.prepareAccount({ ...body, workspaceId })
  const { passwordHash: _, ...account } = prepared
  const records = await hooks.createMember({ workspaceId, account, role: body.role })
  return auth.insertAccount(prepared, { workspaceId, ...records, role: body.role })
}

/**
 * Who was a member comes back, with the password that is theirs. Who is known from another workspace alone is asked:
 * how they are called and reached there is theirs to tell.
 * @throws AppError already_member, account_elsewhere
 */
async function takeBack(
  auth: Auth,
  hooks: AuthHooks,
  workspaceId: string,
  account: Account,
  { role, email, mobile }: NewMemberBody,
) {
  const former = await auth.findMembership(account.id, workspaceId)
  if (former === undefined) throw new AppError('account_elsewhere', { identifier: email || mobile || '' })
  if (former.active) throw new AppError('already_member')
  await hooks.returnMember({ workspaceId, userId: former.userId, role })
  await auth.reactivateMembership(account.id, workspaceId, role)
  return account
}
