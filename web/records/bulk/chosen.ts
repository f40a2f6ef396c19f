import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import type { ListSearch } from '../list/use-list.ts'

/** The records that were ticked in a list or on a board. */
export interface Chosen {
  readonly object: CatalogueObject
  readonly ids: ReadonlySet<string>
  /** All that filter and search find, loaded or not. */
  readonly everything: boolean
  /** The chosen ones that have been loaded. */
  readonly ticked: readonly RecordData[]
  readonly search: ListSearch
  readonly clear: () => void
}
