import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query'
import { keys } from './keys.ts'
import type { RecordData, RecordPage } from './records.ts'

/** What the cache held of an object before an edit, to be put back where the edit fails. */
export type Snapshot = readonly (readonly [QueryKey, unknown])[]

export function snapshotOf(client: QueryClient, object: string): Snapshot {
  return [
    ...client.getQueriesData({ queryKey: keys.lists(object) }),
    ...client.getQueriesData({ queryKey: [...keys.object(object), 'one'] }),
  ]
}

export function undoPatch(client: QueryClient, snapshot: Snapshot): void {
  for (const [key, data] of snapshot) client.setQueryData(key, data)
}

/** Lays new values over a record wherever the cache holds it: in lists and on its page. */
export function patchCached(
  client: QueryClient,
  object: string,
  id: string,
  values: Readonly<Record<string, unknown>>,
): void {
  const patch = <Data extends RecordData>(record: Data): Data =>
    record.id === id ? { ...record, ...values } : record
  client.setQueriesData<InfiniteData<RecordPage>>({ queryKey: keys.lists(object) }, (list) =>
    list === undefined || !('pages' in list)
      ? list
      : { ...list, pages: list.pages.map((page) => ({ ...page, data: page.data.map(patch) })) },
  )
  client.setQueriesData<RecordData>({ queryKey: keys.record(object, id) }, (record) =>
    record === undefined ? record : patch(record),
  )
}

/** Takes a record out of every list at once; the lists are asked for again by who calls. */
export function dropCached(client: QueryClient, object: string, ids: ReadonlySet<string>): void {
  client.setQueriesData<InfiniteData<RecordPage>>({ queryKey: keys.lists(object) }, (list) =>
    list === undefined || !('pages' in list)
      ? list
      : {
          ...list,
          pages: list.pages.map((page) => ({
            ...page,
            ...(page.count !== undefined && {
              count: page.count - page.data.filter((record) => ids.has(record.id)).length,
            }),
            data: page.data.filter((record) => !ids.has(record.id)),
          })),
        },
  )
}
