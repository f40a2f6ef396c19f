import type { Context } from '#server/core/context.ts'

/** How many notifications a person has not read. */
export async function countUnread({ workspace }: Context, userId: string): Promise<number> {
  const { rows } = await workspace.pool.query<{ unread: number }>({
    text: `select count(*)::int as unread from ${workspace.schema}._notification where user_id = $1 and read_at is null`,
    values: [userId],
  })
  return rows[0]?.unread ?? 0
}
