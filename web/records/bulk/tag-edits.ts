import type { RecordData, RecordEdit } from '#web/data/index.ts'

const tagsOf = (record: RecordData, wire: string): readonly string[] => {
  const value = record[wire]
  return Array.isArray(value) ? value.map(String) : []
}

/** Edits of the records that lack any of the words. */
export const withTags = (
  records: readonly RecordData[],
  wire: string,
  words: readonly string[],
): readonly RecordEdit[] =>
  records.flatMap((record) => {
    const before = tagsOf(record, wire)
    const after = [...new Set([...before, ...words])]
    return after.length === before.length ? [] : [{ record, values: { [wire]: after } }]
  })

/** Edits of the records that have any of the words. */
export const withoutTags = (
  records: readonly RecordData[],
  wire: string,
  words: readonly string[],
): readonly RecordEdit[] =>
  records.flatMap((record) => {
    const before = tagsOf(record, wire)
    const after = before.filter((tag) => !words.includes(tag))
    if (after.length === before.length) return []
    return [{ record, values: { [wire]: after.length === 0 ? null : after } }]
  })
