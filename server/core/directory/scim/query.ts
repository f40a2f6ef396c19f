import { mostPerPage } from './discovery.ts'
import { type Filter, parseFilter } from './filter.ts'
import { invalidValue } from './refusal.ts'
import { listSchema } from './urns.ts'
import type { Resource } from './user-resource.ts'
import type { Page } from './user-rows.ts'

export interface Query extends Page {
  readonly filter: Filter | undefined
  /** Top names of what is wanted alone, or not; lower case. */
  readonly only: ReadonlySet<string> | undefined
  readonly without: ReadonlySet<string>
}

/** @throws ScimRefusal invalidFilter, invalidValue */
export function readQuery(query: unknown): Query {
  const { filter, startIndex, count, attributes, excludedAttributes } = query as Record<string, unknown>
  return {
    filter: typeof filter === 'string' && filter !== '' ? parseFilter(filter) : undefined,
    // The RFC reads what is too small as the least, and gives fewer than were asked for.
    startIndex: Math.max(1, integerOf(startIndex, 'startIndex') ?? 1),
    count: Math.min(mostPerPage, Math.max(0, integerOf(count, 'count') ?? mostPerPage)),
    only: typeof attributes === 'string' && attributes !== '' ? namesIn(attributes) : undefined,
    without: typeof excludedAttributes === 'string' ? namesIn(excludedAttributes) : new Set(),
  }
}

const most = 2 ** 31 - 1

function integerOf(value: unknown, name: string): number | undefined {
  if (value === undefined) return undefined
  const number = Number(value)
  if (!Number.isInteger(number) || Math.abs(number) > most) throw invalidValue(`${name} is a whole number`)
  return number
}

const namesIn = (text: string): Set<string> =>
  new Set(
    text
      .split(',')
      .map((name) => name.trim().toLowerCase())
      .map((name) => (name.startsWith('urn:') ? name : (name.split('.')[0] ?? name))),
  )

const always: ReadonlySet<string> = new Set(['id', 'schemas'])

/** The resource with what was asked for. */
export function trimmed(resource: Resource, { only, without }: Pick<Query, 'only' | 'without'>): Resource {
  if (only === undefined && without.size === 0) return resource
  return Object.fromEntries(
    Object.entries(resource).filter(([name]) => {
      const lower = name.toLowerCase()
      if (always.has(name)) return true
      const urn = [...(only ?? [])].some((wanted) => wanted.startsWith(`${lower}:`))
      return (only === undefined || only.has(lower) || urn) && !without.has(lower)
    }),
  )
}

export const listOf = (resources: readonly Resource[], total: number, startIndex: number): Resource => ({
  schemas: [listSchema],
  totalResults: total,
  startIndex,
  itemsPerPage: resources.length,
  Resources: resources,
})
