import type { RecordData } from '#web/data/index.ts'

/** Negative where the first comes before the second; 0 where nothing tells. */
export type CardOrder = (a: RecordData, b: RecordData) => number

/**
 * The cards of every column. What was read for a column may have been moved since, by this page or by others: each record
 * stands once, in the column that its newest known version names.
 * @param read records by the column for which they were read, in order
 * @param order how records that came from elsewhere find their place
 */
export function placeCards(
  read: ReadonlyMap<string, readonly RecordData[]>,
  columnOf: (record: RecordData) => string,
  order: CardOrder,
): ReadonlyMap<string, readonly RecordData[]> {
  const newest = new Map<string, RecordData>()
  for (const [column, records] of read) {
    for (const record of records) {
      const known = newest.get(record.id)
      const better =
        known === undefined ||
        record.version > known.version ||
        (record.version === known.version && columnOf(record) === column && columnOf(known) !== column)
      if (better) newest.set(record.id, record)
    }
  }
  const placed = new Map<string, RecordData[]>([...read.keys()].map((column) => [column, []]))
  const settled = new Set<string>()
  for (const [column, records] of read) {
    const cards = placed.get(column)
    for (const { id } of records) {
      const record = newest.get(id)
      if (record === undefined || settled.has(id) || columnOf(record) !== column) continue
      settled.add(id)
      cards?.push(record)
    }
  }
  for (const record of newest.values()) {
    if (!settled.has(record.id)) insert(placed.get(columnOf(record)), record, order)
  }
  for (const cards of placed.values()) sortWhereNeeded(cards, order)
  return placed
}

function insert(cards: RecordData[] | undefined, record: RecordData, order: CardOrder): void {
  if (cards === undefined) return
  const at = cards.findIndex((card) => order(record, card) <= 0)
  cards.splice(at < 0 ? cards.length : at, 0, record)
}

/** A card that was given another rank still stands where it was read. */
function sortWhereNeeded(cards: RecordData[], order: CardOrder): void {
  const wrong = cards.some((card, index) => {
    const next = cards[index + 1]
    return next !== undefined && order(card, next) > 0
  })
  if (wrong) cards.sort(order)
}
