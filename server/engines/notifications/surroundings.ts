import type { Context } from '#server/core/context.ts'
import type { Workspace } from '#server/core/workspaces/workspace.ts'

/** What follows from writes in a workspace, as every edge gives it to its contexts. */
export type Surroundings = (workspace: Workspace) => Pick<Context, 'steps' | 'announce'>

const nobody = '00000000-0000-0000-0000-000000000000'

/** The engine's own context: it reads all that was changed. */
export function engineContext(workspace: Workspace, surroundings: Surroundings): Context {
  const { language } = workspace
  return {
    workspace,
    actor: { id: nobody, userId: null, role: 'admin' },
    source: 'system',
    language,
    timeZone: workspace.settings().timeZone,
    now: () => new Date(),
    ...surroundings(workspace),
  }
}

/** What a member may see, for who is about to be told: whatever else they are, they see no less. */
export const contextOfMember = (cx: Context, userId: string): Context => ({
  ...cx,
  actor: { id: nobody, userId, role: 'member' },
  source: 'api',
})
