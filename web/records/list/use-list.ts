import { useMemo } from 'react'
import type { Catalogue, CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { ViewColumn, ViewDefinition } from '#shared/metadata/view.ts'
import { type RecordData, type RecordPage, useCatalogue, useRecordList } from '#web/data/index.ts'
import { includesOfColumns, layOutColumns } from './columns.ts'

export interface ListSearch {
  readonly filter: string
  readonly sort: string
  readonly search: string
  /** Whose related records come along; the object's own columns where undefined. */
  readonly columns?: readonly ViewColumn[] | undefined
  /** Id of a pool whose records are listed. */
  readonly pool?: string | undefined
}

/** What a list asks for to be looked at so. */
export const listSearchOf = (look: {
  readonly definition: ViewDefinition
  readonly search: string
}): ListSearch => ({
  filter: look.definition.filter ?? '',
  sort: look.definition.sort ?? '',
  search: look.search,
  columns: look.definition.columns,
})

/** Rows asked for at a time: a screen holds some 25, and scrolling fast must not outrun the server. */
export const pageSize = 100

/** What the list of an object asks for; the record page asks for the same to know the neighbours. */
export function listQuery(
  object: CatalogueObject,
  { filter, sort, search, columns, pool }: ListSearch,
  catalogue?: Catalogue,
) {
  return {
    filter: filter === '' ? undefined : filter,
    sort: sort === '' ? undefined : sort,
    search: search === '' ? undefined : search,
    include: includesOfColumns(layOutColumns(object, columns && { columns }, catalogue)),
    limit: pageSize,
    count: 'estimate' as const,
    ...(pool !== undefined && { pool }),
  }
}

/** The rows that have arrived so far, in order, and how many there are in all. */
export function useList(object: CatalogueObject, search: ListSearch, enabled = true) {
  const catalogue = useCatalogue()
  const query = useRecordList(object.name, listQuery(object, search, catalogue), enabled)
  const pages = query.data?.pages
  const rows = useMemo<readonly RecordData[]>(() => pages?.flatMap((page) => page.data) ?? [], [pages])
  const count = pages && countOf(pages)
  // Not spread: what is not read of the query draws nothing anew when it changes.
  return { query, rows, count }
}

/** How many records a list has, by the pages that came. The estimate stops at 10,000; a list that has ended knows better. */
export function countOf(pages: readonly RecordPage[]): number | undefined {
  const more = (pages.at(-1)?.nextCursor ?? undefined) !== undefined
  return more ? pages[0]?.count : pages.reduce((sum, page) => sum + page.data.length, 0)
}

/** From here on a count is at least this many: the server stops counting. */
export const countLimit = 10_000
