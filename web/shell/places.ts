import {
  type Icon,
  IconCalendarEvent,
  IconCircleCheck,
  IconHome,
  IconInbox,
  IconStar,
} from '@tabler/icons-react'
import type { PlainMessageKey } from '#web/messages/catalogue.ts'

interface Place {
  readonly name: string
  readonly to: '/home' | '/inbox' | '/tasks' | '/calendar' | '/starred'
  readonly title: Extract<PlainMessageKey, `shell.${string}` | 'calendar.title'>
  readonly icon: Icon
  /** The key after G. */
  readonly key: string
  /** Further words that the palette finds it by. */
  readonly words: string
}

/** The person's own places, in the order of the navigation: a row here is all that a further one needs. */
export const places: readonly Place[] = [
  {
    name: 'home',
    to: '/home',
    title: 'shell.home',
    icon: IconHome,
    key: 'h',
    words: 'home start dashboard overview',
  },
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
  {
    name: 'calendar',
    to: '/calendar',
    title: 'calendar.title',
    icon: IconCalendarEvent,
    key: 'a',
    words: 'calendar agenda meetings visits week month',
  },
  {
    name: 'starred',
    to: '/starred',
    title: 'shell.starred',
    icon: IconStar,
    key: 'f',
    words: 'starred stars favourites favorites',
  },
]
