import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import { served } from '#server/platform/http/index.ts'
import { AppError, invalidInput } from '#shared/errors.ts'
import type { Account } from '../account.ts'
import { readWaysIn } from '../accounts.ts'
import type { Auth } from '../auth.ts'
import { clientOf, requireAdmin, requireIdentity, requireSession } from './asker.ts'
import { addMemberContract, listMembersContract, resetPasswordContract } from './contracts.ts'
import type { AuthHooks } from './hooks.ts'
import type { memberBody, memberParams, resetBody } from './schemas.ts'

type NewMemberBody = Static<typeof memberBody>

/** The members of the open workspace; an administrator adds to them. */
export function addMemberRoutes(app: FastifyInstance, auth: Auth, hooks: AuthHooks): void {
  app.get('/auth/members', served(listMembersContract), async (request) => {
    const { workspaceId } = await requireIdentity(auth, request)
    return { data: await auth.membersOf(workspaceId) }
  })

  app.post<{ Body: NewMemberBody }>('/auth/members', served(addMemberContract), async (request, reply) => {
    const { workspaceId } = await requireAdmin(auth, request)
    const { body } = request
    const account = await auth.exclusive('new member', async () => {
      const known = await findPerson(auth, body)
      return known === undefined
        ? addStranger(auth, hooks, workspaceId, body)
        : addKnown(auth, hooks, workspaceId, known, body.role)
    })
    const membership = await auth.findMembership(account.id, workspaceId)
    return reply.code(201).send({ ...account, id: membership?.userId, role: body.role })
  })

  app.post<{ Params: Static<typeof memberParams>; Body: Static<typeof resetBody> }>(
    '/auth/members/:id/password',
    served(resetPasswordContract),
    async (request, reply) => {
      await requireAdmin(auth, request)
      const { accountId, workspaceId } = await requireSession(auth, request)
      const { params, body } = request
      await auth.resetPassword({
        accountId,
        workspaceId,
        userId: params.id,
        password: body.password,
        client: clientOf(request),
      })
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
  const prepared = await auth.prepareAccount(body)
  const { passwordHash: _, ...account } = prepared
  const records = await hooks.createMember({ workspaceId, account, role: body.role })
  return auth.insertAccount(prepared, { workspaceId, ...records, role: body.role })
}

// A known person keeps the password that is theirs, in whichever workspace they were first.
async function addKnown(
  auth: Auth,
  hooks: AuthHooks,
  workspaceId: string,
  account: Account,
  role: NewMemberBody['role'],
) {
  const former = await auth.findMembership(account.id, workspaceId)
  if (former?.active) throw new AppError('already_member')
  if (former !== undefined) {
    await hooks.returnMember({ workspaceId, userId: former.userId, role })
    await auth.reactivateMembership(account.id, workspaceId, role)
  } else {
    const records = await hooks.createMember({ workspaceId, account, role })
    await auth.addMembership({ accountId: account.id, workspaceId, ...records, role })
  }
  return account
}
