import type { WriteStep } from '#server/core/records/index.ts'
import { lastAdministratorStep, membershipStep } from './member-steps.ts'
import { treeSteps } from './tree-steps.ts'

export { endLeft } from './end-left.ts'
export { finishHandOvers } from './finish-hand-overs.ts'
export { givePosition } from './give-position.ts'
export type { MemberAccounts } from './members.ts'
export { createPeopleOperations } from './operations.ts'
export { permitOver } from './permit-over.ts'
export { type Position, permitPosition } from './permit-position.ts'
export { permitRole } from './permit-role.ts'

/** What holds of members and teams, whichever door writes them. */
export const peopleSteps: readonly WriteStep[] = [membershipStep, lastAdministratorStep, ...treeSteps]
