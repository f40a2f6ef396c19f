import { keptFor } from '#server/core/records/write/idempotency.ts'
import type { Workspace } from '#server/core/workspaces/workspace.ts'

/** Months ahead for which the change log has its partitions. */
const monthsAhead = 3

/** What the change log needs now and then: the coming months' partitions, and retry keys that have served taken away. */
export async function keepChangeLog(workspace: Workspace): Promise<void> {
  const { schema } = workspace
  const owner = await workspace.connectAsOwner()
  try {
    await owner.query(`select ${schema}._make_change_partitions($1)`, [monthsAhead])
  } finally {
    await owner.end()
  }
  for (const table of ['_idempotency', '_bulk']) {
    await workspace.pool.query({
      text: `delete from ${schema}.${table} where created_at < now() - make_interval(hours => $1)`,
      values: [keptFor],
    })
  }
}
