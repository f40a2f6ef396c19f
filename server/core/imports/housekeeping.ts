import type { Context } from '#server/core/context.ts'
import { quoted } from '#server/core/expression/scope.ts'
import { deleteRecords } from '#server/core/records/index.ts'
import type { Workspace } from '#server/core/workspaces/workspace.ts'

/** Hours after which an import that was only proposed, or tried, is taken away. */
const keptFor = 24

/**
 * Takes away imports that nobody started, and the files that were brought for them and stand nowhere else.
 * @param systemContext asked for where a file goes
 */
export async function keepImports(
  workspace: Workspace,
  systemContext: () => Promise<Context>,
): Promise<void> {
  const { pool, schema } = workspace
  const { rows } = await pool.query<{ file_id: string }>({
    text: `delete from ${schema}._import
      where (state = 'proposed' or (dry_run and state in ('done', 'failed')))
        and coalesce(finished_at, created_at) < now() - make_interval(hours => $1)
      returning file_id`,
    values: [keptFor],
  })
  const files = await unused(workspace, [...new Set(rows.map((row) => row.file_id))])
  if (files.length > 0) await deleteRecords(await systemContext(), 'file', files)
}

/** Those of the files to which neither a record nor another import refers. */
async function unused(workspace: Workspace, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { pool, schema } = workspace
  const holders = workspace
    .catalogue()
    .objects.flatMap((object) =>
      object.fields
        .filter(({ type }) => type === 'file')
        .map(
          ({ column }) =>
            `select 1 from ${schema}.${quoted(object.table)} t where t.${quoted(column)} = f.id`,
        ),
    )
  const conditions = [`select 1 from ${schema}._import i where i.file_id = f.id`, ...holders].map(
    (holder) => `not exists (${holder})`,
  )
  const { rows } = await pool.query<{ id: string }>({
    text: `select f.id from ${schema}.file f
      where f.id = any($1::uuid[]) and f.deleted_at is null and ${conditions.join(' and ')}`,
    values: [ids],
  })
  return rows.map(({ id }) => id)
}
