import { useMemo } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useRecordList } from '#web/data/index.ts'
import { usePreference } from '#web/data/preferences.ts'
import { titleOf } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { optionColumns, recordColumns } from './build-columns.ts'
import type { ColumnSource } from './column-source.ts'

/** More columns than these are not asked for: nobody looks through them. */
export const mostColumns = 300

/** The columns of a board, and of which pipeline they are where there are several. */
export function useColumns(object: CatalogueObject, source: ColumnSource) {
  const { t, label } = useMessages()
  const records = source.kind === 'records' ? source : undefined
  const parent = records?.parent
  const [chosen, choose] = usePreference<string>(`board.${object.name}.${parent?.own.name ?? ''}`, '')
  const parents = useRecordList(
    parent?.object.name ?? '',
    { sort: parent?.object.fieldByName.has('position') ? 'position,createdAt' : 'createdAt', limit: 100 },
    parent !== undefined,
  )
  const parentRows = parents.data?.pages.flatMap((page) => page.data)
  const parentRow = parentRows?.find(({ id }) => id === chosen) ?? parentRows?.[0]
  const list = useRecordList(
    records?.target.name ?? '',
    {
      sort: records?.ordered ? 'position' : (records?.target.title ?? 'createdAt'),
      limit: mostColumns,
      ...(parent && parentRow && { filter: `${parent.theirs.wire} in ("${parentRow.id}")` }),
    },
    records !== undefined && (parent === undefined || parentRow !== undefined),
  )
  const pages = list.data?.pages
  const columns = useMemo(() => {
    if (source.kind === 'options') return optionColumns(source.field, (option) => label(option.label))
    const rows = pages?.[0]?.data
    return rows && recordColumns(source.target, rows, (record) => titleOf(source.target, record))
  }, [source, pages, label])
  const failed = parents.isError ? parents : list.isError ? list : undefined
  return {
    columns,
    /** No pipeline is there at all. */
    homeless: parent !== undefined && parentRows?.length === 0,
    further: list.hasNextPage,
    parents:
      parent && parentRows?.map((record) => ({ value: record.id, label: titleOf(parent.object, record) })),
    parentLabel: parent === undefined ? t('board.columns') : label(parent.own.label),
    parentId: parentRow?.id,
    choose,
    error: failed?.error,
    retry: () => void failed?.refetch(),
  }
}
