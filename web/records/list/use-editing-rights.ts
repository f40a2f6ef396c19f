import { useCallback } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { useMayWith } from '#web/data/use-may-with.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { type Column, isEditable } from './columns.ts'

const owner = 'ownerId'

/** Which cells a person may edit, and why not another one. */
export function useEditingRights(object: CatalogueObject) {
  const { t, label } = useMessages()
  const may = useMayWith()
  const permitted = useCallback(
    (record: RecordData, { field, through }: Column) =>
      through.length > 0 || may(object, record, field.wire === owner ? 'transfer' : 'update'),
    [may, object],
  )
  const mayEdit = useCallback(
    (record: RecordData, column: Column) => isEditable(column) && permitted(record, column),
    [permitted],
  )
  return {
    mayEdit,
    /** Undefined of a cell that may be edited. */
    whyNot: (record: RecordData, column: Column): string | undefined => {
      const field = label(column.field.label)
      if (!permitted(record, column)) return t('records.mayNotChange', { name: titleOf(object, record) })
      if (column.through.length > 0) return t('table.cellElsewhere', { field })
      return isEditable(column) ? undefined : t('table.cellFixed', { field })
    },
  }
}
