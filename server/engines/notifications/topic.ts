import type { Context } from '#server/core/context.ts'
import type { Signal } from '#server/core/signal.ts'
import { countUnread } from './count-unread.ts'

const topicOf = (cx: Context, userId: string): string => `notifications:${cx.workspace.id}:${userId}`

/** Tells a person, wherever they are signed in, that what they have to read is another. */
export const announceNotifications = (cx: Context, userId: string): void => cx.announce(topicOf(cx, userId))

/** `notification {unread}`, to that person alone. */
export const notificationSignal: Signal = {
  event: 'notification',
  topic: ({ actor, ...cx }) => (actor.userId === null ? undefined : topicOf({ actor, ...cx }, actor.userId)),
  data: async (cx) => [{ unread: await countUnread(cx, cx.actor.userId ?? '') }],
}
