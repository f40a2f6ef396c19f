import type { Workspace } from '#server/core/workspaces/workspace.ts'

const monthsAhead = 3

/** Makes the coming months' partitions of the audit log. Nothing is ever taken from it. */
export async function keepAudit(workspace: Workspace): Promise<void> {
  const owner = await workspace.connectAsOwner()
  try {
    await owner.query(`select ${workspace.schema}._make_audit_partitions($1)`, [monthsAhead])
  } finally {
    await owner.end()
  }
}
