import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { keys } from '../keys.ts'
import {
  changeCached,
  dropCached,
  patchCached,
  type Snapshot,
  snapshotOf,
  undoPatch,
} from '../record-cache.ts'
import { isRecord } from '../record-shapes.ts'
import type { ListQuery, RecordData, RecordPage } from '../records.ts'
import type { Display } from './outbox.ts'
import { noteSaved, recordOf, setPending, takesNew, withPending } from './pending.ts'

/** Shows what waits in the query cache: in lists, boards and on pages of records. */
export function displayIn(client: QueryClient): Display {
  /** Lists as they were before records left them, so that they come back without a network too. */
  const left = new Map<string, Snapshot>()
  const stale = (object: string) => void client.invalidateQueries({ queryKey: keys.object(object) })

  return {
    pending: setPending,
    show(entries) {
      for (const { id, write } of entries) {
        if (write.kind === 'create') insert(client, write.object, recordOf(write))
        if (write.kind === 'delete' || write.kind === 'bulk') left.set(id, snapshotOf(client, write.object))
      }
      for (const object of new Set(entries.map(({ write }) => write.object))) layOver(client, object)
    },
    hide({ id, write }) {
      const { object } = write
      if (write.kind === 'update') {
        patchCached(client, object, write.id, { ...write.before, ...write.shownBefore })
      } else if (write.kind === 'create') dropCached(client, object, new Set([write.id]))
      const before = left.get(id)
      left.delete(id)
      if (before !== undefined) undoPatch(client, before)
      // What still waits for the same records stays in view.
      layOver(client, object)
      stale(object)
    },
    saved({ id, write }, result) {
      left.delete(id)
      const { object } = write
      if ((write.kind === 'create' || write.kind === 'update') && isRecord(result)) {
        noteSaved(object, result)
        patchCached(client, object, write.id, result)
        layOver(client, object)
      }
      if (write.kind === 'update') {
        void client.invalidateQueries({ queryKey: keys.changes(object, write.id) })
      } else stale(object)
    },
  }
}

function layOver(client: QueryClient, object: string): void {
  changeCached(client, object, (record) => withPending(object, record))
}

/** Puts a new record on top of the lists that take any, and gives it a page. */
function insert(client: QueryClient, object: string, record: RecordData): void {
  client.setQueryData(keys.recordWith(object, record.id, []), record)
  for (const query of client.getQueryCache().findAll({ queryKey: keys.lists(object) })) {
    const asked = query.queryKey[3]
    if (typeof asked !== 'object' || asked === null || !takesNew(asked as ListQuery)) continue
    client.setQueryData<InfiniteData<RecordPage>>(query.queryKey, (list) => {
      // The count of a list is kept under a key beside it, as a number.
      if (typeof list !== 'object' || !('pages' in list)) return list
      const [first, ...rest] = list.pages
      if (first === undefined || first.data.some(({ id }) => id === record.id)) return list
      const count = first.count === undefined ? {} : { count: first.count + 1 }
      return { ...list, pages: [{ ...first, ...count, data: [record, ...first.data] }, ...rest] }
    })
  }
}
