import { Type } from 'typebox'
import { contract } from './contract.ts'

const tag = 'Notifications'
const closed = { additionalProperties: false } as const
const id = Type.String({ format: 'uuid' })
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) =>
  Type.Union([type, Type.Null()])

export const notificationKinds = ['mention', 'assignment', 'reminder', 'alert', 'unreached'] as const
export type NotificationKind = (typeof notificationKinds)[number]

/** What an administrator is alerted to. */
export const alertRules = [
  'outsideHours',
  'newDevice',
  'factorsReset',
  'notHandedOver',
  'failures',
  'exported',
  'read',
  'changed',
  'deleted',
] as const
export type AlertRule = (typeof alertRules)[number]

/** What one person is told: somebody named them, gave them a record, a task's time has come, whom
 * they named cannot see the record, or what administrators are to look at. */
export interface Notification {
  readonly id: string
  readonly kind: NotificationKind
  /** ISO 8601 UTC. */
  readonly at: string
  readonly readAt: string | null
  /** Name of the object. */
  readonly object: string
  /** Null where `count` is more than 1. */
  readonly recordId: string | null
  /** What the record is called now, or was called last; empty of several records. */
  readonly title: string
  /** Of a mention: the sentence around it, plain; `unreached`: the name of who cannot see the record. Empty of others. */
  readonly text: string
  /** Who did it; null of a reminder. */
  readonly actor: { readonly id: string; readonly kind: string; readonly name: string } | null
  /** The record is in the recycle bin, gone, or no longer to be seen by this person; then `title` and `text` are empty. */
  readonly deleted: boolean
  /** How many records were assigned at once, or an alert is about; 1 otherwise. */
  readonly count: number
  /** Of an alert: the rule and the entry of the audit log that it follows from; `recordId` is the member. */
  readonly alert: { readonly rule: AlertRule; readonly entryId: string } | null
}

const notification = Type.Object({
  id,
  kind: Type.Union(notificationKinds.map((kind) => Type.Literal(kind))),
  at: Type.String({ format: 'date-time' }),
  readAt: orNull(Type.String({ format: 'date-time' })),
  object: Type.String(),
  recordId: orNull(id),
  title: Type.String(),
  text: Type.String(),
  actor: orNull(Type.Object({ id, kind: Type.String(), name: Type.String() })),
  deleted: Type.Boolean(),
  count: Type.Integer({ minimum: 1 }),
  alert: orNull(Type.Object({ rule: Type.Union(alertRules.map((rule) => Type.Literal(rule))), entryId: id })),
})
const unread = Type.Integer({ description: 'How many the person has not read.' })

/** Answers `{data: Notification[], nextCursor, unread}`, the newest first. */
export const listNotificationsContract = contract({
  name: 'notification.list',
  method: 'GET',
  path: '/notifications',
  summary: 'What the member who asks was told: mentions, assignments, reminders and alerts, the newest first',
  tag,
  query: Type.Object(
    {
      unread: Type.Optional(Type.Boolean({ description: 'Only those not read.' })),
      cursor: Type.Optional(Type.String({ maxLength: 100, description: '`nextCursor` of the page before.' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    },
    closed,
  ),
  answer: Type.Object({
    data: Type.Array(notification),
    nextCursor: orNull(Type.String()),
    unread,
  }),
  errors: ['not_permitted', 'invalid_cursor'],
})

/** Answers `{data: Notification}`. */
export const updateNotificationContract = contract({
  name: 'notification.update',
  method: 'PATCH',
  path: '/notifications/:id',
  summary: 'Marks one as read, or as unread again',
  tag,
  params: Type.Object({ id }, closed),
  body: Type.Object({ read: Type.Boolean() }, closed),
  answer: Type.Object({ data: notification }),
  errors: ['not_permitted', 'notification_missing'],
})

/** Answers `{data: {unread}}`. */
export const readNotificationsContract = contract({
  name: 'notification.readAll',
  method: 'POST',
  path: '/notifications/read',
  summary: 'Marks those named as read, or all where none are named',
  tag,
  body: Type.Object({ ids: Type.Optional(Type.Array(id, { maxItems: 1_000 })) }, closed),
  answer: Type.Object({ data: Type.Object({ unread }) }),
  errors: ['not_permitted'],
})
