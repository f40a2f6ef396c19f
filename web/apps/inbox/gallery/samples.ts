import type { NotificationKind } from '#shared/operations/notifications.ts'
import type { Notification } from '#web/data/notifications.ts'

/** A record that is nowhere: links of the samples lead to a page that says so. */
const sampleId = '01900000-0000-7000-8000-000000000001'
const at = '2026-11-20T06:30:00Z'
const actor = { id: sampleId, name: '林知夏', kind: 'user' } as const
const hebrew = 'שלום עולם (123) <img src=x onerror=alert(1)>'

const notification = (kind: NotificationKind, more: Partial<Notification>): Notification => ({
  id: kind,
  kind,
  at,
  readAt: null,
  object: 'company',
  recordId: sampleId,
  title: '泓远精密制造',
  text: '',
  actor,
  deleted: false,
  count: 1,
  alert: null,
  ...more,
})

export const notifications: readonly Notification[] = [
  notification('mention', { text: '@王芳 合同周三前要给到' }),
  notification('assignment', { readAt: at }),
  notification('assignment', { id: 'many', recordId: null, title: '', count: 40 }),
  notification('reminder', { object: 'task', title: '寄样品给采购部', actor: null }),
  notification('alert', {
    ...{ object: 'user', title: '周明', text: '203.0.113.7 · Chrome · Windows', actor: null, count: 6 },
    alert: { rule: 'failures', entryId: sampleId },
  }),
  notification('mention', { id: 'gone', deleted: true, title: '很长的名称'.repeat(30), text: hebrew }),
]
