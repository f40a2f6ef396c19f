import { InfiniteQueryObserver, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { keys, type ListQuery, listRecords, type RecordData, type RecordPage } from '#web/data/index.ts'
import { both, type Group } from './group.ts'

interface GroupRows {
  readonly records: readonly RecordData[]
  readonly hasMore: boolean
}

const none: GroupRows = { records: [], hasMore: true }

const optionsOf = (object: string, query: ListQuery) => ({
  queryKey: keys.list(object, query),
  queryFn: ({ pageParam, signal }: { pageParam: string | undefined; signal: AbortSignal }) =>
    listRecords(object, { ...query, cursor: pageParam }, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: RecordPage) => page.nextCursor ?? undefined,
})

function observe(client: ReturnType<typeof useQueryClient>, object: string, query: ListQuery) {
  return new InfiniteQueryObserver(client, optionsOf(object, query))
}

interface Followed {
  readonly observer: ReturnType<typeof observe>
  readonly stop: () => void
  rows: GroupRows
  pages: readonly RecordPage[] | undefined
}

/**
 * The records of groups, each group's asked for when its first line comes into view and followed from then on.
 * `base` is the list's query without a group; another one begins anew.
 */
export function useGroupRows(object: string, base: ListQuery) {
  const client = useQueryClient()
  const followed = useRef(new Map<string, Followed>())
  const [, setVersion] = useState(0)
  const baseKey = JSON.stringify(base)

  // biome-ignore lint/correctness/useExhaustiveDependencies: groups of another list are others
  useEffect(() => {
    const those = followed.current
    return () => {
      for (const { stop } of those.values()) stop()
      those.clear()
    }
  }, [client, object, baseKey])

  const rowsOf = (group: Group): GroupRows => followed.current.get(group.key)?.rows ?? none

  /** The first page of a group, or its next one. */
  const need = useCallback(
    (group: Group) => {
      const known = followed.current.get(group.key)
      if (known !== undefined) {
        const { hasNextPage, isFetching } = known.observer.getCurrentResult()
        if (hasNextPage && !isFetching) void known.observer.fetchNextPage()
        return
      }
      const observer = observe(client, object, { ...base, filter: both(base.filter ?? '', group.filter) })
      const entry: Followed = { observer, stop: () => unsubscribe(), rows: none, pages: undefined }
      const read = () => {
        const result = observer.getCurrentResult()
        const pages = result.data?.pages
        if (pages === entry.pages) return
        entry.pages = pages
        entry.rows = {
          records: pages?.flatMap((page) => page.data) ?? [],
          hasMore: pages === undefined || result.hasNextPage,
        }
        setVersion((version) => version + 1)
      }
      followed.current.set(group.key, entry)
      const unsubscribe = observer.subscribe(read)
      read()
    },
    [client, object, base],
  )
  /** Whether some of it was read before, is still there and not followed yet. */
  const isKnown = useCallback(
    (group: Group) => {
      if (followed.current.has(group.key)) return false
      const query = { ...base, filter: both(base.filter ?? '', group.filter) }
      return client.getQueryData(keys.list(object, query)) !== undefined
    },
    [client, object, base],
  )
  return { rowsOf, need, isKnown }
}
