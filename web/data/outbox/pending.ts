import type { RecordData, RecordPage } from '../records.ts'
import type { CreateWrite, Write } from './entry.ts'

/** Milliseconds in which an answer may still arrive that was made before the write. */
const echo = 10_000

let writes: readonly Write[] = []
const saved = new Map<string, { readonly record: RecordData; readonly until: number }>()

const nameOf = (object: string, id: string): string => `${object}/${id}`

/** Says which writes wait: whatever the server sends is shown with them laid over. */
export function setPending(waiting: readonly Write[]): void {
  writes = waiting
}

/** Another person's page has nothing of this one. */
export function forgetPending(): void {
  writes = []
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
  const last = saved.get(nameOf(object, record.id))
  let shown =
    last !== undefined && last.record.version > record.version ? { ...record, ...last.record } : record
  for (const write of writes) {
    if (write.object !== object) continue
    if (write.kind === 'update' && write.id === record.id) {
      shown = { ...shown, ...write.values, ...write.shown }
    } else if (write.kind === 'delete' && write.ids.includes(record.id)) return undefined
    else if (write.kind === 'bulk' && write.change.ids?.includes(record.id)) {
      if (write.change.delete === true) return undefined
      shown = { ...shown, ...write.change.values }
    }
  }
  return shown
}

export function pageWithPending(
  object: string,
  page: RecordPage,
  query: { readonly filter?: unknown; readonly search?: unknown; readonly cursor?: unknown },
): RecordPage {
  if (saved.size === 0 && !writes.some((write) => write.object === object)) return page
  const data = page.data.flatMap((record) => withPending(object, record) ?? [])
  const made = takesNew(query)
    ? pendingRecords(object).filter(({ id }) => !data.some((one) => one.id === id))
    : []
  const change = data.length - page.data.length + made.length
  return {
    ...page,
    data: [...made, ...data],
    ...(page.count !== undefined && { count: page.count + change }),
  }
}

/** Whether a new record belongs into a page for sure: nothing is asked of it there. */
export const takesNew = (query: {
  readonly filter?: unknown
  readonly search?: unknown
  readonly cursor?: unknown
}): boolean => !query.filter && !query.search && !query.cursor

/** A record that the server has not seen yet. */
export function pendingRecord(object: string, id: string): RecordData | undefined {
  const write = writes.find(
    (one): one is CreateWrite => one.kind === 'create' && one.object === object && one.id === id,
  )
  return write === undefined ? undefined : withPending(object, recordOf(write))
}

function pendingRecords(object: string): readonly RecordData[] {
  return writes
    .filter((write): write is CreateWrite => write.kind === 'create' && write.object === object)
    .flatMap((write) => withPending(object, recordOf(write)) ?? [])
}

/** Version 0 is that of a record which nobody has numbered yet. */
export const recordOf = ({ id, values }: CreateWrite): RecordData => ({ ...values, id, version: 0 })
