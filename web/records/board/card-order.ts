import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import type { SortKey } from '../sort.ts'
import type { CardOrder } from './place-cards.ts'

/** Whether people put the cards in order themselves. */
export const isManual = (sort: readonly SortKey[]): boolean =>
  sort.length === 0 || (sort[0]?.field === 'rank' && !sort[0].descending)

export const manualSort = 'rank'

const rankOf = (record: RecordData) => (typeof record.rank === 'string' ? record.rank : '')
const byRank: CardOrder = (a, b) => (rankOf(a) < rankOf(b) ? -1 : rankOf(a) > rankOf(b) ? 1 : 0)

const numeric = new Set(['number', 'money', 'percent', 'rating'])

/**
 * The order of a view as far as a page can tell: the server's is exact and follows within a second.
 * Sorted by what the page cannot compare (a relation), a card that comes in stands first.
 */
export function cardOrder(object: CatalogueObject, sort: readonly SortKey[]): CardOrder {
  if (isManual(sort)) return byRank
  const [key] = sort
  const field = object.fieldByName.get(key?.field ?? '')
  if (key === undefined || field === undefined || field.type === 'relation' || field.type === 'user')
    return () => 0
  const sign = key.descending ? -1 : 1
  return (a, b) => {
    const [one, other] = [a[field.wire] ?? null, b[field.wire] ?? null]
    if (one === other) return 0
    // Blanks come last whichever way it runs.
    if (one === null || other === null) return one === null ? 1 : -1
    if (numeric.has(field.type)) return sign * Math.sign(Number(one) - Number(other))
    if (field.options !== undefined) {
      const place = (value: unknown) => field.options?.findIndex((option) => option.value === value) ?? 0
      return sign * Math.sign(place(one) - place(other))
    }
    // Names are compared as the workspace's language does, which is the server's business.
    if (field.type !== 'date' && field.type !== 'dateTime') return 0
    return sign * (String(one) < String(other) ? -1 : 1)
  }
}
