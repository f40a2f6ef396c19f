import { type Icon, IconCircleCheck, IconInbox } from '@tabler/icons-react'
import type { PlainMessageKey } from '#web/messages/catalogue.ts'

interface Place {
  readonly name: string
  readonly to: '/inbox' | '/tasks'
  readonly title: Extract<PlainMessageKey, `shell.${string}`>
  readonly icon: Icon
  /** The key after G. */
  readonly key: string
  /** Further words that the palette finds it by. */
  readonly words: string
}

/** The person's own places, in the order of the navigation: a row here is all that a further one needs. */
export const places: readonly Place[] = [
  {
    name: 'inbox',
    to: '/inbox',
    title: 'shell.inbox',
    icon: IconInbox,
    key: 'i',
    words: 'inbox notifications mentions',
  },
  {
    name: 'tasks',
    to: '/tasks',
    title: 'shell.tasks',
    icon: IconCircleCheck,
    key: 't',
    words: 'my tasks to do reminders',
  },
]
