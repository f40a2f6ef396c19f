import type { Context } from '#server/core/context.ts'
import type { FileStore } from '#server/core/files/index.ts'
import type { Workspace } from '#server/core/workspaces/workspace.ts'
import { dropSecrets } from './drop-secrets.ts'
import { dropSources } from './drop-source.ts'

/** Hours after which an import that was only proposed, or tried, is taken away. */
const keptFor = 24

/**
 * Takes away imports that nobody started, and the files that were brought for them and stand nowhere else.
 * @param systemContext asked for where a file goes
 */
export async function keepImports(
  workspace: Workspace,
  systemContext: () => Promise<Context>,
  files: FileStore,
): Promise<void> {
  const { pool, schema } = workspace
  const { rows } = await pool.query<{ file_id: string }>({
    text: `delete from ${schema}._import
      where (state = 'proposed' or (dry_run and state in ('done', 'failed')))
        and coalesce(finished_at, created_at) < now() - make_interval(hours => $1)
      returning file_id`,
    values: [keptFor],
  })
  const abandoned = await withoutImport(workspace, [...new Set(rows.map((row) => row.file_id))])
  await dropSources(workspace, files, systemContext, abandoned)
  await dropSecrets(workspace, files, systemContext)
}

/** Those of the files that no other import was made of. */
async function withoutImport({ pool, schema }: Workspace, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await pool.query<{ id: string }>({
    text: `select f.id from unnest($1::uuid[]) as f (id)
      where not exists (select from ${schema}._import i where i.file_id = f.id)`,
    values: [ids],
  })
  return rows.map(({ id }) => id)
}
