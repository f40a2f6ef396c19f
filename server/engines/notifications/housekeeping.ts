import type { Workspace } from '#server/core/workspaces/index.ts'

/** Days after which what was read is taken away. */
const keptFor = 90

/** Takes away notifications that were read long ago; unread ones wait as long as it takes. */
export async function keepNotifications({ pool, schema }: Workspace): Promise<void> {
  await pool.query({
    text: `delete from ${schema}._notification where read_at < now() - make_interval(days => $1)`,
    values: [keptFor],
  })
}
