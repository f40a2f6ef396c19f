import { ApiError } from '../api-error.ts'
import { closeLine, currentLine } from '../outbox/line.ts'
import { keptEntryIds } from '../outbox/store.ts'
import { forgetViewAs } from '../view-as.ts'
import { dropUnwritten } from './answers.ts'
import { isOfOneOf, wipeKept, wipeSeen } from './scope.ts'

/** Leaves nothing of anybody in this browser. */
export async function forgetAll(): Promise<void> {
  closeLine()
  dropUnwritten()
  forgetViewAs()
  await wipeKept()
}

/**
 * Nobody is signed in any more, perhaps because the person may not be: nothing of what they saw stays in this browser. What
 * they wrote and the server has not stays until it is known who comes next.
 */
export async function forgetSeen(): Promise<void> {
  dropUnwritten()
  await wipeSeen()
}

/**
 * Whoever may no longer enter any workspace has nothing to keep here; what somebody else left in this browser is not theirs
 * to lose.
 * @returns the refusal; where it cost them changes that the server has not, it tells as `lostWrites` how many
 */
export async function forgetIfExpelled(error: unknown): Promise<unknown> {
  if (!(error instanceof ApiError && error.code === 'no_workspace' && isOfOneOf(error.members.left)))
    return error
  const lostWrites = await unsentWrites()
  await forgetAll()
  return lostWrites === 0 ? error : new ApiError(error.status, { ...error.members, lostWrites })
}

/** How many writes of all workspaces of the account the server has not: those kept, and those that a page only remembers. */
async function unsentWrites(): Promise<number> {
  const line = currentLine()
  // What a field shows as refused goes, too.
  line?.letGo()
  const { waiting = [], refused = [] } = line?.get() ?? {}
  return new Set([...(await keptEntryIds()), ...[...waiting, ...refused].map(({ id }) => id)]).size
}
