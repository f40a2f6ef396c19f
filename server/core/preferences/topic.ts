import type { Context } from '#server/core/context.ts'
import type { Signal } from '#server/core/signal.ts'

const topicOf = (cx: Context): string => `preferences:${cx.workspace.id}:${cx.actor.userId}`

export const announcePreferences = (cx: Context): void => cx.announce(topicOf(cx))

/** `preferences {}`: this person set something, perhaps in another tab. */
export const preferencesSignal: Signal = {
  event: 'preferences',
  topic: (cx) => (cx.actor.userId === null ? undefined : topicOf(cx)),
  data: () => [{}],
}
