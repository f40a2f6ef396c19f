import type { Workspace } from '#server/core/workspaces/workspace.ts'

/** Takes away what tabs left behind that were closed without a word. */
export async function keepPresence({ pool, schema }: Workspace): Promise<void> {
  await pool.query({ text: `delete from ${schema}._presence where seen_at < now() - interval '1 hour'` })
}
