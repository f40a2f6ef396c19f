import { type Operation, operation } from '#server/core/operation.ts'
import * as contracts from '#shared/operations/notifications.ts'
import { listNotifications } from './list-notifications.ts'
import { markAllRead, markRead } from './mark-read.ts'

export const notificationOperations: readonly Operation[] = [
  operation(contracts.listNotificationsContract, (cx, { query }) => listNotifications(cx, query)),
  operation(contracts.updateNotificationContract, async (cx, { params, body }) => ({
    data: await markRead(cx, params.id!, (body as { read: boolean }).read),
  })),
  operation(contracts.readNotificationsContract, async (cx, { body }) => ({
    data: { unread: await markAllRead(cx, (body as { ids?: string[] }).ids) },
  })),
]
