import { type Filter, parse } from 'scim2-parse-filter'
import { ScimRefusal } from './refusal.ts'

export type { Filter } from 'scim2-parse-filter'

const longest = 1_000
// The library's pattern of a quoted text takes exponential time where lines break in one that does not end.
const printable = /^[^\p{Cc}]*$/u

/** @throws ScimRefusal invalidFilter */
export function parseFilter(text: string): Filter {
  if (text.length > longest || !printable.test(text)) throw refused(`at most ${longest} printable characters`)
  try {
    return parse(text)
  } catch (error) {
    throw refused(error instanceof Error ? error.message : String(error))
  }
}

export const refused = (reason: string): ScimRefusal =>
  new ScimRefusal(400, `The filter cannot be read: ${reason}`.slice(0, 300), 'invalidFilter')

/** Whether a part of an attribute (`{type, value, primary}`) is meant by what stands in brackets. */
export function matchesPart(filter: Filter, part: Readonly<Record<string, unknown>>): boolean {
  switch (filter.op) {
    case 'and':
      return filter.filters.every((one) => matchesPart(one, part))
    case 'or':
      return filter.filters.some((one) => matchesPart(one, part))
    case 'not':
      return !matchesPart(filter.filter, part)
    case '[]':
      throw refused('brackets in brackets')
    case 'pr':
      return memberOf(part, filter.attrPath) !== undefined
    case 'eq':
      return same(memberOf(part, filter.attrPath), filter.compValue)
    case 'ne':
      return !same(memberOf(part, filter.attrPath), filter.compValue)
    default:
      throw refused(`${filter.op} in brackets`)
  }
}

const memberOf = (part: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.entries(part).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]

const same = (one: unknown, other: unknown): boolean =>
  typeof one === 'string' && typeof other === 'string'
    ? one.toLowerCase() === other.toLowerCase()
    : one === other || String(one).toLowerCase() === String(other).toLowerCase()

/** What a part must have to be meant, where that is said by `eq` alone. */
export function partOf(filter: Filter): Record<string, unknown> {
  if (filter.op === 'eq') return { [filter.attrPath]: filter.compValue }
  if (filter.op === 'and') return Object.assign({}, ...filter.filters.map(partOf))
  return {}
}
