import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { keys } from './keys.ts'
import { recordQuery } from './record-query.ts'
import { changesOf, type ListQuery, listRecords, type RecordPage } from './records.ts'

/** A list, page by page; the last one stays in view while a new filter or sort loads. */
export const recordListQuery = (object: string, query: ListQuery) =>
  infiniteQueryOptions({
    queryKey: keys.list(object, query),
    queryFn: ({ pageParam, signal }) => {
      const first = pageParam === undefined
      return listRecords(
        object,
        { ...query, cursor: pageParam, count: first ? query.count : undefined },
        signal,
      )
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: RecordPage) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })

export function useRecordList(object: string, query: ListQuery, enabled = true) {
  return useInfiniteQuery({ ...recordListQuery(object, query), enabled })
}

export function useRecord(object: string, id: string, include: readonly string[] = [], enabled = true) {
  return useQuery({ ...recordQuery(object, id, include), enabled })
}

export function useChanges(object: string, id: string) {
  return useInfiniteQuery({
    queryKey: keys.changes(object, id),
    queryFn: ({ pageParam }) => changesOf(object, id, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}
