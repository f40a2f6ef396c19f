import { memberOf } from '#server/core/access/member.ts'
import type { Context } from '#server/core/context.ts'
import { AppError } from '#shared/errors.ts'
import type { Notification } from '#shared/operations/notifications.ts'
import { countUnread } from './count-unread.ts'
import {
  fromNotifications,
  type NotificationRow,
  notificationColumns,
  presentNotifications,
} from './notification-row.ts'
import { announceNotifications } from './topic.ts'

/** Marks one of the asker's as read, or as unread again. @throws AppError `notification_missing`, `not_permitted` */
export async function markRead(cx: Context, id: string, read: boolean): Promise<Notification> {
  const userId = memberOf(cx)
  const { pool, schema } = cx.workspace
  const { rowCount } = await pool.query({
    text: `update ${schema}._notification set read_at = case when $3 then coalesce(read_at, now()) end
            where user_id = $1 and id = $2`,
    values: [userId, id, read],
  })
  if (rowCount === 0) throw new AppError('notification_missing')
  const { rows } = await pool.query<NotificationRow>({
    text: `select ${notificationColumns} ${fromNotifications(cx)} where n.id = $1`,
    values: [id],
  })
  announceNotifications(cx, userId)
  const [notification] = await presentNotifications(cx, rows)
  if (notification === undefined) throw new AppError('notification_missing')
  return notification
}

/**
 * Marks those of the asker's that are named as read, all without names.
 * @returns how many are left unread
 * @throws AppError `not_permitted`
 */
export async function markAllRead(cx: Context, ids: readonly string[] | undefined): Promise<number> {
  const userId = memberOf(cx)
  const { rowCount } = await cx.workspace.pool.query({
    text: `update ${cx.workspace.schema}._notification set read_at = now()
            where user_id = $1 and read_at is null and ($2::uuid[] is null or id = any($2::uuid[]))`,
    values: [userId, ids ?? null],
  })
  if (rowCount !== 0) announceNotifications(cx, userId)
  return countUnread(cx, userId)
}
