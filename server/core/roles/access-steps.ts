import { accessTopic } from '#server/core/access/index.ts'
import type { WriteStep } from '#server/core/records/index.ts'

const announces = ({ workspace }: { readonly workspace: { readonly id: string } }): string =>
  accessTopic(workspace.id)

/** Who is in which team, and which team is below which, decides what people see. */
export const accessSteps: readonly WriteStep[] = [
  { name: 'access of members', object: 'user', watches: new Set(['team', 'teams']), announces },
  { name: 'access of teams', object: 'team', watches: new Set(['parent']), announces },
]
