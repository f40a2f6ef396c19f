import { unlimited } from '#server/core/access/index.ts'
import type { Context, Surroundings as Of } from '#server/core/context.ts'
import type { Workspace } from '#server/core/workspaces/workspace.ts'

/** What follows from writes in a workspace, as every edge gives it to its contexts. */
export type Surroundings = (workspace: Workspace) => Of

const nobody = '00000000-0000-0000-0000-000000000000'

/** The engine's own context: it reads all that was changed. */
export function engineContext(workspace: Workspace, surroundings: Surroundings): Context {
  const { language } = workspace
  return {
    workspace,
    actor: { id: nobody, userId: null },
    access: unlimited,
    source: 'system',
    language,
    timeZone: workspace.settings().timeZone,
    now: () => new Date(),
    ...surroundings(workspace),
  }
}

/** What a member may see, for who is about to be told. */
export const contextOfMember = async (cx: Context, userId: string): Promise<Context> => ({
  ...cx,
  actor: { id: nobody, userId },
  access: await cx.accessOf(userId),
  source: 'api',
})
