import type { Translation } from '../catalogue.ts'
import type { inbox as source } from '../zh-CN/inbox.ts'

export const inbox: Translation<typeof source> = {
  all: 'All',
  unread: 'Unread',
  markAllRead: 'Mark all as read',
  today: 'Today',
  yesterday: 'Yesterday',
  mention: '{name} mentioned you',
  assigned: '{name} assigned you this {object}',
  assignedMany: '{name} assigned you {count} {object}',
  reminder: 'Time for a task',
  someone: 'The system',
  record: 'record',
  deleted: 'Deleted',
  nothing: 'Nothing here yet',
  nothingWhat:
    'When somebody mentions you with @ in a note or assigns a record to you, or a task is due for a reminder, it appears here.',
  allRead: 'All caught up',
  allReadWhat: 'What you have read stands under “All”.',
  earlier: 'Earlier',
  choose: 'Choose a notification to see its record here',
  chooseHow: 'J and K move, Enter opens, E marks as read.',
  open: 'Open',
  reminderOf: 'Reminder: {title}',
  preview: 'Preview',
}
