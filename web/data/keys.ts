import type { AuditFilter } from './audit.ts'
import type { ListQuery } from './records.ts'

/** Every key of the query cache; a prefix addresses all below it. */
export const keys = {
  installation: ['installation'],
  session: ['session'],
  catalogue: ['catalogue'],
  settings: ['settings'],
  members: ['members'],
  apiKeys: ['api-keys'],
  audit: (filter: AuditFilter) => ['audit', 'list', filter],
  auditEntry: (id: string) => ['audit', 'one', id],
  views: (object: string) => ['views', object],
  preferences: ['preferences'],
  presence: (object: string, id: string | undefined) => ['presence', object, id ?? null],
  notifications: ['notifications'],
  unreadCount: ['notifications', 'unread'],
  notificationLists: ['notifications', 'list'],
  notificationList: (unreadOnly: boolean) => ['notifications', 'list', unreadOnly],
  records: ['records'],
  object: (object: string) => ['records', object],
  lists: (object: string) => ['records', object, 'list'],
  list: (object: string, query: ListQuery) => ['records', object, 'list', query],
  record: (object: string, id: string) => ['records', object, 'one', id],
  recordWith: (object: string, id: string, include: readonly string[]) => [
    'records',
    object,
    'one',
    id,
    include,
  ],
  tags: (object: string, query: unknown) => ['tags', object, query],
  changes: (object: string, id: string) => ['records', object, 'changes', id],
  timeline: (object: string, id: string) => ['records', object, 'timeline', id],
  aggregates: (object: string) => ['records', object, 'aggregate'],
  aggregate: (object: string, query: unknown) => ['records', object, 'aggregate', query],
} as const
