import { isRecord } from '#shared/metadata/report.ts'
import { canonicalJson } from './chain.ts'

interface Difference {
  readonly before: unknown
  readonly after: unknown
}

/**
 * What differs between two states, by member, dotted where both are objects. Of lists only the items that went and those that
 * came.
 */
export function changesBetween(before: unknown, after: unknown, path = ''): Record<string, Difference> {
  if (canonicalJson(before) === canonicalJson(after)) return {}
  if (isRecord(before) && isRecord(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return Object.assign(
      {},
      ...names.map((name) =>
        changesBetween(before[name], after[name], path === '' ? name : `${path}.${name}`),
      ),
    )
  }
  const [gone, come] =
    Array.isArray(before) && Array.isArray(after)
      ? [without(before, after), without(after, before)]
      : [before ?? null, after ?? null]
  return { [path]: { before: gone, after: come } }
}

function without(list: readonly unknown[], others: readonly unknown[]): unknown[] {
  const known = new Set(others.map(canonicalJson))
  return list.filter((item) => !known.has(canonicalJson(item)))
}
