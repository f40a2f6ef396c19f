import type { Context } from '#server/core/context.ts'
import { deleteRecords } from '#server/core/records/index.ts'
import { lockContent } from './content-lock.ts'
import type { FileStore } from './file-store.ts'

/**
 * Takes a file away and its content with it; a content that another file has stays for that one. Files are the engine's: nobody brings
 * one back from the recycle bin.
 * @throws AppError `record_missing` where it goes by another hand in the same moment
 */
export async function dropFile(cx: Context, files: FileStore, id: string): Promise<void> {
  const { pool, schema, id: workspaceId } = cx.workspace
  const { rows } = await pool.query<{ sha256: string }>({
    text: `select sha256 from ${schema}.file where id = $1 and deleted_at is null`,
    values: [id],
  })
  const [file] = rows
  if (file === undefined) return
  const { sha256 } = file
  await deleteRecords(cx, 'file', [id], async (client) => {
    await lockContent(cx, client, sha256)
    // Of two that go at once the later one sees that the other is gone.
    const others = await client.query({
      text: `select from ${schema}.file where sha256 = $1 and deleted_at is null limit 1`,
      values: [sha256],
    })
    if (others.rows.length === 0) await files.remove(workspaceId, sha256)
  })
}
