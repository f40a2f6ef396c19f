import type { ShippedView } from '#server/core/views/index.ts'
import { label } from '../declare.ts'

/** Views that a workspace begins with, for everybody. */
export const activityViews: readonly ShippedView[] = [
  {
    name: 'task.mine',
    object: 'task',
    label: label('我的任务', '我的任務', 'My tasks'),
    kind: 'list',
    definition: { filter: 'assignee = me() and status in ("open", "inProgress")', sort: 'dueAt' },
  },
  {
    name: 'task.byStatus',
    object: 'task',
    label: label('按状态', '依狀態', 'Board by status'),
    kind: 'board',
    definition: { board: { by: 'status', card: ['dueAt', 'priority', 'regarding', 'assignee'] } },
  },
  {
    name: 'task.calendar',
    object: 'task',
    label: label('日历', '行事曆', 'Calendar'),
    kind: 'calendar',
    definition: { calendar: { start: 'dueAt', span: 'month' } },
  },
  {
    name: 'activity.calendar',
    object: 'activity',
    label: label('日历', '行事曆', 'Calendar'),
    kind: 'calendar',
    definition: { calendar: { start: 'occurredAt', end: 'endsAt', span: 'week' } },
  },
]
