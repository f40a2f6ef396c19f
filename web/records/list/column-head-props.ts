import { fieldTypes } from '#shared/fields/index.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { TotalFunction } from '#shared/metadata/view.ts'
import type { SortKey } from '../sort.ts'
import type { Column } from './columns.ts'
import type { TableLook } from './use-table-look.ts'

/** What the head of a column is drawn from, and its menu. */
export interface ColumnHeadProps {
  readonly object: CatalogueObject
  readonly columns: readonly Column[]
  readonly column: Column
  readonly at: number
  readonly frozen: number
  readonly sort: readonly SortKey[]
  readonly groupBy: string | undefined
  readonly totals: Readonly<Record<string, TotalFunction>> | undefined
  readonly look: TableLook
  readonly onDrag: (place: number | null) => void
}

/** Whether rows can be sorted by a column. */
export const sortable = ({ field }: Column): boolean =>
  field.encrypted !== true && fieldTypes[field.type].sortable
