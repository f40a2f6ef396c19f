import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { keys, listRecords, type RecordData, type RecordPage, useLocale } from '#web/data/index.ts'
import { type CalendarSource, type Entry, entryOf, reminderOf } from './entry.ts'
import { rangeCondition } from './range.ts'

const pageSize = 1000
/** Entries of one source that are drawn at most. */
export const mostEntries = 2000

interface Entries {
  readonly entries: readonly Entry[]
  readonly pending: boolean
  readonly error: Error | null
  /** There are more than are shown. */
  readonly cut: boolean
  readonly again: () => void
}

/** What lies in some days. @param days first and last that are shown */
export function useEntries(sources: readonly CalendarSource[], days: readonly [number, number]): Entries {
  const { timeZone } = useLocale()
  const answers = useQueries({
    queries: sources.map((source) => {
      const { object, start, end, search } = source
      const range = rangeCondition(days, start, end, timeZone)
      const query = {
        filter: source.filter === '' ? range : `(${source.filter}) and ${range}`,
        sort: start.name,
        fields: fieldsOf(source),
        limit: pageSize,
        ...(search !== '' && { search }),
      }
      return {
        queryKey: keys.list(object.name, { ...query, limit: mostEntries }),
        queryFn: async ({ signal }: { signal: AbortSignal }): Promise<RecordPage> => {
          const first = await listRecords(object.name, query, signal)
          if (typeof first.nextCursor !== 'string') return first
          const next = await listRecords(object.name, { ...query, cursor: first.nextCursor }, signal)
          return { ...next, data: [...first.data, ...next.data] }
        },
        placeholderData: keepPreviousData,
      }
    }),
  })
  const pages = answers.map(({ data }) => data)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the pages are what the answers hold
  const entries = useMemo(
    () =>
      sources.flatMap((source, index) =>
        (pages[index]?.data ?? []).flatMap((record: RecordData) => entryOf(source, record, timeZone) ?? []),
      ),
    [sources, timeZone, ...pages],
  )
  return {
    entries,
    pending: answers.some(({ isPending }) => isPending),
    error: answers.find(({ error, data }) => error !== null && data === undefined)?.error ?? null,
    cut: answers.some(({ data }) => typeof data?.nextCursor === 'string'),
    again: () => {
      for (const { refetch } of answers) void refetch()
    },
  }
}

const fieldsOf = ({ object, start, end, colorBy }: CalendarSource): readonly string[] => {
  const status = object.fieldByName.get('status')
  const those = [object.titleField, start, end, colorBy, status, reminderOf(object, start)].filter(
    (field) => field !== undefined,
  )
  return [...new Set(those.map(({ wire }) => wire)), 'version']
}
