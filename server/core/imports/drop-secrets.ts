import type { Context } from '#server/core/context.ts'
import type { FileStore } from '#server/core/files/index.ts'
import { dropSources } from './drop-source.ts'

/**
 * Takes away the files of imports into encrypted fields that have ended: what went into such a field stays nowhere in the clear.
 * @param systemContext asked for where a file goes
 * @param only id of a file; all of them
 */
export async function dropSecrets(
  workspace: Context['workspace'],
  files: FileStore,
  systemContext: () => Promise<Context>,
  only?: string,
): Promise<void> {
  const { pool, schema } = workspace
  // A trial is followed by the import itself.
  const { rows } = await pool.query<{ id: string }>({
    text: `select distinct i.file_id as id from ${schema}._import i
      where i.secret_columns <> '[]' and i.state in ('done', 'failed') and not i.dry_run
        and ($1::uuid is null or i.file_id = $1)`,
    values: [only ?? null],
  })
  const ids = rows.map(({ id }) => id)
  await dropSources(workspace, files, systemContext, ids)
}
