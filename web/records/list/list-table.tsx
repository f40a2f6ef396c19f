import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { usePhone } from '#web/design/use-phone.ts'
import type { ViewState } from '../views/view-state.ts'
import { ListCards } from './list-cards.tsx'
import { TableGrid } from './table-grid.tsx'

export interface ListTableProps {
  readonly object: CatalogueObject
  readonly state: ViewState
}

/** The records of an object as a view shows them: a grid, and on a phone cards. */
export function ListTable(props: ListTableProps) {
  return usePhone() ? <ListCards {...props} /> : <TableGrid {...props} />
}
