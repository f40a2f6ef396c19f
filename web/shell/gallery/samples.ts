import type { TimelineEntry } from '#shared/operations/timeline.ts'
import type { EditConflict, RecordData } from '#web/data/index.ts'

/** A record that is nowhere: links of the samples lead to a page that says so. */
const sampleId = '01900000-0000-7000-8000-000000000001'

const at = '2026-11-20T06:30:00Z'
const actor = { id: sampleId, name: '林知夏', kind: 'user' } as const
const entry = (id: string, more: Partial<TimelineEntry>): TimelineEntry => ({
  id,
  at,
  kind: 'change',
  object: 'company',
  recordId: sampleId,
  title: '泓远精密制造',
  actor,
  ...more,
})
const written = {
  subject: null,
  body: null,
  outcome: null,
  endsAt: null,
  participants: [],
  files: [],
  version: 1,
} as const
const hebrew = 'שלום עולם (123) <img src=x onerror=alert(1)>'
const activity = (id: string, kind: string, more: object) =>
  entry(id, { kind: 'activity', object: 'activity', title: null, activity: { ...written, kind, ...more } })
const task = (id: string, event: 'created' | 'done', status: string, dueAt: string | null) =>
  entry(id, {
    kind: 'task',
    object: 'task',
    title: '寄样品给采购部',
    task: { event, status, dueAt, assignee: { id: sampleId, name: '陈屿' }, version: 1 },
  })

/** One of each kind, then what is hard to draw. */
export const entries: readonly TimelineEntry[] = [
  activity('call', 'call', { outcome: 'noAnswer', body: '报价可以接受，下周三前给合同。' }),
  activity('meeting', 'meeting', {
    subject: '方案评审',
    endsAt: '2026-11-20T08:00:00Z',
    body: `请[@陈屿](user:${sampleId})准备样品，见[报价单.pdf](file:${sampleId})`,
  }),
  task('task', 'created', 'open', '2026-11-25T02:00:00Z'),
  task('late', 'created', 'open', '2026-11-01T02:00:00Z'),
  task('ticked', 'done', 'done', null),
  entry('change', { changes: [{ field: 'phone', before: '021-55502218', after: '021-55502219' }] }),
  entry('changes', {
    changes: [
      { field: 'level', before: 'B', after: 'A' },
      { field: 'numberOfEmployees', before: 120, after: 180 },
      { field: 'tags', before: null, after: ['重点', '华东'] },
    ],
  }),
  entry('created', { kind: 'created' }),
  entry('deleted', { kind: 'deleted' }),
  entry('restored', { kind: 'restored', actor: null }),
  entry('imported', { kind: 'created', actor: { id: sampleId, name: '展会名单.xlsx', kind: 'import' } }),
  activity('long', 'note', { subject: hebrew, body: `${'很长的话'.repeat(200)}\n${hebrew}` }),
]

export const conflict: EditConflict = {
  edit: {
    object: 'company',
    record: { id: sampleId, version: 3, phone: '021-55502218' },
    values: { phone: '021-55500001' },
  },
  theirs: { id: sampleId, version: 4, phone: '021-55509999' },
  mine: { phone: '021-55500001' },
}

/** Conditions on companies, as they are written. */
export const filters: readonly string[] = [
  'level = "A"',
  'isBlank(phone)',
  'numberOfEmployees > 100 and (level = "A" or level = "B")',
  'name = lower(name)',
]

export const people = ['林知夏', 'Ada Lovelace', '陈屿', '王芳', '沈青屿', '唐以宁'].map((name, index) => ({
  id: `${sampleId}-${index}`,
  name,
}))

export const companies: readonly [RecordData, RecordData] = [
  {
    id: sampleId,
    version: 1,
    name: '泓远精密制造',
    phone: '021-55502218',
    level: 'A',
    numberOfEmployees: 1200,
  },
  {
    id: `${sampleId}-long`,
    version: 1,
    name: hebrew.repeat(8),
    phone: null,
    level: null,
    numberOfEmployees: null,
  },
]

const deal = (id: string, more: object = {}): RecordData => ({
  id,
  version: 1,
  name: '三期扩容',
  amount: '500000',
  closeDate: '2026-12-18',
  companyId: sampleId,
  company: companies[0],
  ...more,
})

/** Named by their state. */
export const deals: readonly RecordData[] = [
  deal('plain'),
  deal('long', { name: hebrew.repeat(8), amount: null, closeDate: null }),
  deal('late', { closeDate: '2026-11-01' }),
  deal('active'),
  deal('selected'),
  deal('renamed'),
]
