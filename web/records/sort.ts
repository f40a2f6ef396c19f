/** One key of a sort: a field name and its direction. */
export interface SortKey {
  readonly field: string
  readonly descending: boolean
}

/** `-amount,name` → keys. Doubled fields keep their first place. */
export function readSort(text: string | undefined): readonly SortKey[] {
  const keys = (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '-')
    .map((part) => ({ field: part.replace(/^-/, ''), descending: part.startsWith('-') }))
  return keys.filter((key, index) => keys.findIndex((other) => other.field === key.field) === index)
}

export const printSort = (keys: readonly SortKey[]): string =>
  keys.map((key) => (key.descending ? `-${key.field}` : key.field)).join(',')

/**
 * The sort after a click on a head: first the natural direction, then the other, then none.
 * `added` (shift) keeps the other keys; otherwise the field becomes the only one.
 */
export function toggleSort(
  keys: readonly SortKey[],
  field: string,
  natural: 'ascending' | 'descending',
  added: boolean,
): readonly SortKey[] {
  const current = keys.find((key) => key.field === field)
  const first = { field, descending: natural === 'descending' }
  const next =
    current === undefined
      ? first
      : current.descending === first.descending
        ? { field, descending: !current.descending }
        : undefined
  if (!added) return next === undefined ? [] : [next]
  if (current === undefined) return [...keys, first]
  return keys.flatMap((key) => (key.field !== field ? [key] : next === undefined ? [] : [next]))
}
