import type { Context } from '#server/core/context.ts'
import type { Workspace } from '#server/core/workspaces/workspace.ts'

/** Ids of records in the recycle bin. */
export async function deletedRecords(cx: Context, object: 'user' | 'team'): Promise<Set<string>> {
  const { pool, schema } = cx.workspace
  const { rows } = await pool.query<{ id: string }>({
    text: `select id from ${schema}."${object}" where deleted_at is not null`,
  })
  return new Set(rows.map(({ id }) => id))
}

/** Members whom another source has, and has not ended. */
export async function linkedElsewhere({ pool, schema }: Workspace, source: string): Promise<Set<string>> {
  const { rows } = await pool.query<{ id: string }>({
    text: `select record_id as id from ${schema}._directory_link
      where source <> $1 and kind = 'person' and left_at is null`,
    values: [source],
  })
  return new Set(rows.map(({ id }) => id))
}
