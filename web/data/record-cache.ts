import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { keys } from './keys.ts'
import { type Change, changed } from './record-shapes.ts'

/** What the cache held of an object before an edit, to be put back where the edit fails. */
export type Snapshot = readonly (readonly [QueryKey, unknown])[]

export function snapshotOf(client: QueryClient, object: string): Snapshot {
  return client.getQueriesData({ queryKey: keys.object(object) }).filter(([, data]) => data !== undefined)
}

export function undoPatch(client: QueryClient, snapshot: Snapshot): void {
  for (const [key, data] of snapshot) client.setQueryData(key, data)
}

/**
 * Changes records wherever the cache holds them, whatever the shape: pages of a list, a board's column, a record's
 * page. One for which `change` gives undefined leaves its list. What is not touched stays the very same.
 */
export function changeCached(client: QueryClient, object: string, change: Change): void {
  for (const query of client.getQueryCache().findAll({ queryKey: keys.object(object) })) {
    const { data, dataUpdatedAt, isInvalidated } = query.state
    const next = changed(data, change)
    if (next === data) continue
    client.setQueryData(query.queryKey, next, { updatedAt: dataUpdatedAt })
    // Values from here make nothing fresh that the server has newer.
    if (isInvalidated) query.invalidate()
  }
}

/** Lays new values over a record wherever the cache holds it. */
export function patchCached(
  client: QueryClient,
  object: string,
  id: string,
  values: Readonly<Record<string, unknown>>,
): void {
  changeCached(client, object, (record) => (record.id === id ? { ...record, ...values } : record))
}

/** Takes records out of every list at once; the lists are asked for again by who calls. */
export function dropCached(client: QueryClient, object: string, ids: ReadonlySet<string>): void {
  changeCached(client, object, (record) => (ids.has(record.id) ? undefined : record))
}
