import type { Workspace } from '#server/core/workspaces/workspace.ts'
import { createInTurn, type InTurn, runAlone } from '#server/platform/database/index.ts'

/** By workspace: its hand-overs in this process. */
const turns = new Map<string, InTurn>()

/**
 * Lets what one member has be handed over once at a time, in all processes. Those of this process queue in memory: however many wait,
 * they hold a single connection, and the work finds others free.
 * @returns what the work gave; undefined where another process is at it
 */
export function handOverAlone<T>(
  { pool, id }: Workspace,
  userId: string,
  work: () => Promise<T>,
): Promise<T | undefined> {
  const inTurn = turns.get(id) ?? createInTurn()
  turns.set(id, inTurn)
  return inTurn(() => runAlone(pool, `kith hand-over ${id} ${userId}`, work))
}
