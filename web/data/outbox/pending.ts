import type { BulkChange } from '../bulk.ts'
import type { RecordData, RecordPage } from '../records.ts'
import { type CreateWrite, touched, type Write } from './entry.ts'

/** Milliseconds in which an answer may still arrive that was made before the write. */
const echo = 10_000

/** What waits, by the record that it touches: a list of a thousand rows asks a thousand times. */
let byRecord: ReadonlyMap<string, readonly Write[]> = new Map()
let made: readonly CreateWrite[] = []
const saved = new Map<string, { readonly record: RecordData; readonly until: number }>()

const nameOf = (object: string, id: string): string => `${object}/${id}`

/** Says which writes wait: whatever the server sends is shown with them laid over. */
export function setPending(waiting: readonly Write[]): void {
  const index = new Map<string, Write[]>()
  for (const write of waiting) {
    for (const id of touched(write) ?? []) {
      const name = nameOf(write.object, id)
      index.set(name, [...(index.get(name) ?? []), write])
    }
  }
  byRecord = index
  made = waiting.filter((write) => write.kind === 'create')
}

/** Another person's page has nothing of this one. */
export function forgetPending(): void {
  setPending([])
  saved.clear()
}

/** What the server wrote last: an answer that was on its way meanwhile does not hide it again. */
export function noteSaved(object: string, record: RecordData): void {
  const now = Date.now()
  for (const [name, { until }] of saved) if (until < now) saved.delete(name)
  saved.set(nameOf(object, record.id), { record, until: now + echo })
}

/** A record as it will be once all that waits is written; undefined where it will be gone. */
export function withPending(object: string, record: RecordData): RecordData | undefined {
  const name = nameOf(object, record.id)
  const last = saved.get(name)
  let shown =
    last !== undefined && last.record.version > record.version ? { ...record, ...last.record } : record
  for (const write of byRecord.get(name) ?? []) {
    if (write.kind === 'update') shown = { ...shown, ...write.values, ...write.shown }
    else if (write.kind === 'delete') return undefined
    else if (write.kind === 'bulk') {
      if (write.change.delete === true) return undefined
      shown = withLists({ ...shown, ...write.change.values }, write.change)
    }
  }
  return shown
}

/** As the server does it: what is removed goes before what is added. */
function withLists(record: RecordData, { add = {}, remove = {} }: BulkChange): RecordData {
  const wires = [...new Set([...Object.keys(add), ...Object.keys(remove)])]
  const lists = wires.map((wire) => {
    const before: unknown = record[wire]
    const kept = (Array.isArray(before) ? before : []).filter((word) => !remove[wire]?.includes(word))
    return [wire, [...new Set([...kept, ...(add[wire] ?? [])])]]
  })
  return { ...record, ...Object.fromEntries(lists) }
}

interface Asked {
  readonly filter?: unknown
  readonly search?: unknown
  readonly cursor?: unknown
  readonly pool?: unknown
  readonly at?: unknown
}

export function pageWithPending(object: string, page: RecordPage, query: Asked): RecordPage {
  if (saved.size === 0 && byRecord.size === 0) return page
  const data = page.data.flatMap((record) => withPending(object, record) ?? [])
  const known = new Set(data.map(({ id }) => id))
  const added = takesNew(query)
    ? made
        .filter((write) => write.object === object && !known.has(write.id))
        .flatMap((write) => withPending(object, recordOf(write)) ?? [])
    : []
  const change = data.length - page.data.length + added.length
  return {
    ...page,
    data: [...added, ...data],
    ...(page.count !== undefined && { count: page.count + change }),
  }
}

/** Whether a new record belongs into a page for sure: nothing is asked of it there. */
export const takesNew = ({ filter, search, cursor, pool, at }: Asked): boolean =>
  !(filter || search || cursor || pool || at)

/** A record that the server has not seen yet. */
export function pendingRecord(object: string, id: string): RecordData | undefined {
  const write = made.find((one) => one.object === object && one.id === id)
  return write === undefined ? undefined : withPending(object, recordOf(write))
}

/** Version 0 is that of a record which nobody has numbered yet. */
export const recordOf = ({ id, values }: CreateWrite): RecordData => ({ ...values, id, version: 0 })
