import { memberOf } from '#server/core/access/member.ts'
import type { Context } from '#server/core/context.ts'
import { invalidInput } from '#shared/errors.ts'
import type { Notification } from '#shared/operations/notifications.ts'
import { countUnread } from './count-unread.ts'
import {
  fromNotifications,
  type NotificationRow,
  notificationColumns,
  presentNotifications,
} from './notification-row.ts'

interface Query {
  readonly unread?: boolean
  readonly cursor?: string
  readonly limit?: number
}

/** What the asker was told, the newest first, in pages. @throws AppError `invalid_cursor`, `not_permitted` */
export async function listNotifications(
  cx: Context,
  { unread = false, cursor, limit = 50 }: Query,
): Promise<{ data: Notification[]; nextCursor: string | null; unread: number }> {
  const userId = memberOf(cx)
  const [at, id] = cursor === undefined ? ['infinity', userId] : placeIn(cursor)
  const { rows } = await cx.workspace.pool.query<NotificationRow>({
    text: `select ${notificationColumns} ${fromNotifications(cx)}
      where n.user_id = $1 and (n.at, n.id) < ($2::timestamptz, $3::uuid)
        ${unread ? 'and n.read_at is null' : ''}
      order by n.at desc, n.id desc limit ${limit + 1}`,
    values: [userId, at, id],
  })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    data: await presentNotifications(cx, shown),
    nextCursor:
      rows.length > limit && last ? Buffer.from(`${last.at}|${last.id}`).toString('base64url') : null,
    unread: await countUnread(cx, userId),
  }
}

const place =
  /^(\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?\+00)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

function placeIn(cursor: string): [at: string, id: string] {
  const [, at, id] = place.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? []
  const sound = at !== undefined && id !== undefined && !Number.isNaN(Date.parse(at))
  if (!sound) throw invalidInput([{ path: 'cursor', code: 'invalid_cursor' }])
  return [at, id]
}
