import type { Context } from '#server/core/context.ts'
import { dropFile, type FileStore } from '#server/core/files/index.ts'

/**
 * Takes away files that were brought for imports alone, their contents too. One that a record carries stays, and one that an import
 * still needs, until that one has ended.
 * @param systemContext asked for where a file goes
 */
export async function dropSources(
  { pool, schema }: Context['workspace'],
  files: FileStore,
  systemContext: () => Promise<Context>,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  const { rows } = await pool.query<{ id: string }>({
    text: `select f.id from ${schema}.file f where f.id = any($1::uuid[]) and f.deleted_at is null
        and not exists (select from ${schema}._file_use u where u.file = f.id)
        and not exists (select from ${schema}._import i
          where i.file_id = f.id and (i.dry_run or i.state not in ('done', 'failed')))`,
    values: [ids],
  })
  for (const { id } of rows) await dropFile(await systemContext(), files, id)
}
