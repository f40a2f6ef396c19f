import type { Notification } from '#shared/operations/notifications.ts'
import { request } from './request.ts'

export type { Notification }

export interface NotificationPage {
  readonly data: readonly Notification[]
  readonly nextCursor: string | null
  /** How many the person has not read, on whichever page. */
  readonly unread: number
}

interface NotificationQuery {
  readonly unread?: boolean
  readonly cursor?: string | undefined
  readonly limit?: number
}

/** What the signed-in person was told, the newest first. */
export async function listNotifications(
  query: NotificationQuery,
  signal?: AbortSignal,
): Promise<NotificationPage> {
  const parameters = { ...query, unread: query.unread === true ? true : undefined }
  return (await request<NotificationPage>('GET', '/notifications', { query: parameters, signal })).data
}

export async function markNotification(id: string, read: boolean): Promise<void> {
  await request('PATCH', `/notifications/${id}`, { body: { read } })
}

export async function markAllNotifications(): Promise<void> {
  await request('POST', '/notifications/read', { body: {} })
}
