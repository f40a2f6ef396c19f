import type { ListQuery } from '../index.ts'

const names = (value: unknown): string[] | undefined =>
  typeof value === 'string'
    ? value
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean)
    : undefined

const sortNames = (value: unknown): string[] | undefined => names(value)

/** What a request for a page asks, as the door takes it. */
export function listQuery(query: Readonly<Record<string, unknown>>): ListQuery {
  const { filter, ...rest } = query as { filter?: string } & ListQuery
  const plain = {
    ...rest,
    sort: sortNames(query.sort),
    fields: names(query.fields),
    include: names(query.include),
  }
  return filter === undefined || filter.trim() === '' ? plain : { ...plain, filter }
}

/** How many a page holds: as many as were asked for where another follows; else they are counted. */
export function recordsIn(text: string, limit: number): number {
  if (!text.includes('"nextCursor":null', text.lastIndexOf(']'))) return limit
  return (JSON.parse(text) as { data: readonly unknown[] }).data.length
}
