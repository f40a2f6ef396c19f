import type { RecordData } from './records.ts'

export type Change = (record: RecordData) => RecordData | undefined

/**
 * Changes the records in an answer of any shape: pages of a list, a board's column, one record. One for which `change`
 * gives undefined leaves its list. What is not touched stays the very same.
 */
export function changed(data: unknown, change: Change): unknown {
  if (typeof data !== 'object' || data === null) return data
  // The page of a record itself stays: who looks at it is told by its next answer.
  if (isRecord(data)) return change(data) ?? data
  if ('pages' in data && Array.isArray(data.pages)) {
    const pages = mapped(data.pages, (page: unknown) => changed(page, change))
    return pages === data.pages ? data : { ...data, pages }
  }
  if ('data' in data && Array.isArray(data.data)) {
    const records = withoutGone(data.data, change)
    if (records === data.data) return data
    const less = data.data.length - records.length
    const count = 'count' in data && typeof data.count === 'number' ? { count: data.count - less } : {}
    return { ...data, ...count, data: records }
  }
  return data
}

function withoutGone(list: readonly unknown[], change: Change): readonly unknown[] {
  const next = mapped(list, (item) => (isRecord(item) ? change(item) : item))
  return next === list ? list : next.filter((item) => item !== undefined)
}

function mapped(list: readonly unknown[], change: (item: unknown) => unknown): readonly unknown[] {
  let differs = false
  const next = list.map((item) => {
    const other = change(item)
    if (other !== item) differs = true
    return other
  })
  return differs ? next : list
}

/** A record as the API prints it. */
export const isRecord = (value: unknown): value is RecordData =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'version' in value &&
  typeof value.version === 'number'
