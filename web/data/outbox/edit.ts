import type { RecordData, Values } from '../records.ts'
import type { UpdateWrite } from './entry.ts'

export interface RecordEdit {
  readonly record: RecordData
  /** Wire values to write. */
  readonly values: Values
  /** Records to show at once for relations among the values: `{company: {id, name}}`. */
  readonly shown?: Values
}

/** An edit of a record as it stands on the page, with what stood there. */
export function updateOf(object: string, { record, values, shown }: RecordEdit): UpdateWrite {
  const stood = (names: Values) =>
    Object.fromEntries(Object.keys(names).map((name) => [name, record[name] ?? null]))
  return {
    kind: 'update',
    object,
    id: record.id,
    values,
    before: stood(values),
    version: record.version,
    ...(shown !== undefined && { shown, shownBefore: stood(shown) }),
  }
}
