import { createContext, useContext } from 'react'
import type { Field } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import type { Column } from './columns.ts'

/** Where the cursor goes when an editor has saved. */
export type Leave = 'stay' | 'down' | 'up' | 'next' | 'previous'

/** What rows, cells and editors ask of the table. The same object for as long as the table lives, so that no row is drawn anew for it. */
export interface TableActions {
  readonly select: (record: RecordData, line: number, range: boolean) => void
  /** Opens the editor of the cursor's cell with what was typed in place of its value. */
  readonly type: (text: string) => void
  readonly commit: (record: RecordData, column: Column, value: unknown, leave: Leave) => void
  readonly cancel: () => void
  readonly mayEdit: (record: RecordData, column: Column) => boolean
  /** What a related record is called. */
  readonly titleOf: (field: Field, record: RecordData) => string
  readonly setFold: (key: string, open: boolean) => void
}

export const TableActionsContext = createContext<TableActions | undefined>(undefined)

export function useTableActions(): TableActions {
  const actions = useContext(TableActionsContext)
  if (actions === undefined) throw new Error('useTableActions needs a table above')
  return actions
}
