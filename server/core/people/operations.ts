import { JsonText, type Operation, operation } from '#server/core/operation.ts'
import * as contracts from '#shared/operations/people.ts'
import { deactivate, reactivate } from './change-membership.ts'
import { countHandOver, handOver, requireReceiver } from './hand-over.ts'
import { listPeople } from './list-people.ts'
import type { MemberAccounts } from './members.ts'
import { changeProfile } from './profile.ts'

const nothing: contracts.HandOver = { parts: [], count: 0 }

/** @param members the accounts behind the records */
export const createPeopleOperations = (members: MemberAccounts): readonly Operation[] => [
  operation(contracts.listPeopleContract, async (cx) => ({ data: await listPeople(cx, members) })),
  operation(contracts.deactivateContract, async (cx, { params, body }) => {
    const { handOverTo = null } = body as { handOverTo?: string | null }
    if (handOverTo !== null) await requireReceiver(cx, params.id!, handOverTo)
    await deactivate(cx, members, params.id!, handOverTo)
    return { data: handOverTo === null ? nothing : await handOver(cx, params.id!, handOverTo) }
  }),
  operation(contracts.reactivateContract, (cx, { params }) => reactivate(cx, members, params.id!)),
  operation(contracts.countHandOverContract, async (cx, { params }) => {
    const parts = await countHandOver(cx, params.id!)
    return { data: { parts, count: parts.reduce((sum, { count }) => sum + count, 0) } }
  }),
  operation(contracts.handOverContract, async (cx, { params, body }) => ({
    data: await handOver(cx, params.id!, (body as { to: string }).to),
  })),
  operation(
    contracts.profileContract,
    async (cx, { body }) =>
      new JsonText(`{"data":${await changeProfile(cx, members, body as contracts.ProfileChange)}}`),
  ),
]
