import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { type RecordData, useCatalogue } from '#web/data/index.ts'
import type { Grouping } from './group.ts'
import { type Lines, lineOf, type Section, startsOf } from './line.ts'
import type { Measure } from './totals.ts'
import { useFolded } from './use-folded.ts'
import { useGroupRows } from './use-group-rows.ts'
import { useGroups } from './use-groups.ts'
import { type ListSearch, listQuery, pageSize, useList } from './use-list.ts'

/** Grey rows below the last one while more are coming, and before the first ones came. */
const waiting = 12
const firstWaiting = 24
/** Milliseconds until a page that was refused is asked for again. */
const afterRefusal = 5_000

/** The lines of a list as it is looked at: its records, or groups of them. */
export function useLines(
  object: CatalogueObject,
  search: ListSearch,
  grouping: Grouping | undefined,
  measures: readonly Measure[],
) {
  const flat = useFlatLines(object, search, grouping === undefined)
  const grouped = useGroupedLines(object, search, grouping, measures)
  return grouping === undefined ? { lines: flat, folds: undefined } : grouped
}

function useFlatLines(object: CatalogueObject, search: ListSearch, enabled: boolean): Lines {
  const list = useList(object, search, enabled)
  const { rows } = list
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage, isPending } = list.query
  const pages = data?.pages.length ?? 0
  const asking = useRef(false)
  const [unanswered, setUnanswered] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was not answered is asked for anew
  const need = useCallback(
    (_first: number, last: number) => {
      // Half a page ahead, and once for each page.
      if (!hasNextPage || isFetchingNextPage || last < rows.length - pageSize / 2) return
      if (asking.current) return
      asking.current = true
      void fetchNextPage({ cancelRefetch: false }).then(({ data: now, isError }) => {
        const again = () => {
          asking.current = false
          setUnanswered((times) => times + 1)
        }
        // The list was just being read anew, or began to be: the page is still to come.
        const came = (now?.pages.length ?? 0) > pages
        if (isError) setTimeout(again, afterRefusal)
        else if (came) asking.current = false
        else again()
      })
    },
    [rows.length, pages, hasNextPage, isFetchingNextPage, fetchNextPage, unanswered],
  )
  const more = isPending || hasNextPage
  const length = rows.length + (more ? (rows.length === 0 ? firstWaiting : waiting) : 0)
  return useMemo<Lines>(
    () => ({
      length,
      standing: rows.length,
      records: rows,
      need,
      loading: isPending || isFetchingNextPage,
      count: list.count,
      complete: !more,
      at: (index) => {
        const record = rows[index]
        if (record !== undefined) return { kind: 'record', record, number: index + 1 }
        return index < length ? { kind: 'waiting', key: String(index) } : undefined
      },
    }),
    [length, rows, need, isPending, isFetchingNextPage, list.count, more],
  )
}

const noRecords: readonly RecordData[] = []

function useGroupedLines(
  object: CatalogueObject,
  search: ListSearch,
  grouping: Grouping | undefined,
  measures: readonly Measure[],
) {
  const { groups, loading } = useGroups(object.name, grouping, search, measures)
  const catalogue = useCatalogue()
  const base = useMemo(
    () => ({ ...listQuery(object, search, catalogue), count: undefined }),
    [object, search, catalogue],
  )
  const { rowsOf, need, isKnown } = useGroupRows(object.name, base)
  const folds = useFolded(`${object.name} ${grouping?.field.name}`)
  // Who comes back finds the groups as long as they were, so that those below begin where they began.
  // biome-ignore lint/correctness/useExhaustiveDependencies: which are open is followed as they are asked for
  useLayoutEffect(() => {
    for (const group of groups) if (folds.isOpen(group.key) && isKnown(group)) need(group)
  }, [groups, need, isKnown])
  const sections = groups.map((group): Section => {
    const open = folds.isOpen(group.key)
    const { records, hasMore } = open ? rowsOf(group) : { records: noRecords, hasMore: false }
    // What the server counted holds the place: the groups below stay where they are when the records come.
    const missing = Math.max(0, group.count - records.length)
    return { group, open, records, waiting: hasMore ? Math.min(missing, pageSize) : 0 }
  })
  const starts = startsOf(sections)
  const length = loading ? firstWaiting : (starts.at(-1) ?? 0)
  const count = loading ? undefined : groups.reduce((sum, group) => sum + group.count, 0)
  const lines: Lines = {
    length,
    standing: loading ? 0 : length,
    at: (index) =>
      loading && index < length ? { kind: 'waiting', key: String(index) } : lineOf(sections, starts, index),
    records: sections.flatMap(({ records }) => records),
    need: (first, last) => {
      for (const [index, section] of sections.entries()) {
        const from = (starts[index] ?? 0) + 1 + section.records.length
        const end = starts[index + 1] ?? 0
        if (section.open && section.waiting > 0 && from <= last && end > first) need(section.group)
      }
    },
    loading,
    count,
    complete: sections.every(({ open, waiting: rest }) => open && rest === 0),
  }
  return { lines, folds: { ...folds, keys: groups.map(({ key }) => key) } }
}

export type Folds = ReturnType<typeof useGroupedLines>['folds']
