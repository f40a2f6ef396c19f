import { memberOf, unlimited } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { updateRecords } from '#server/core/records/index.ts'
import type { ProfileChange } from '#shared/operations/people.ts'
import type { MemberAccounts } from './members.ts'

/**
 * What everybody may change of themselves: the contract names all of it.
 * @returns JSON of the record @throws AppError with an issue for each bad value; `not_permitted` to who is no member
 */
export async function changeProfile(
  cx: Context,
  members: MemberAccounts,
  change: ProfileChange,
): Promise<string> {
  const id = memberOf(cx)
  const own: Context = { ...cx, access: { ...unlimited, userId: id } }
  const written = await updateRecords(own, 'user', [{ ...change, id }], { single: true })
  if (change.name !== undefined) await members.rename(cx.workspace.id, id, change.name)
  return written.records[0]!
}
