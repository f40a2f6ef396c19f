import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { BulkBar } from '#web/records/bulk/bulk-bar.tsx'
import { layOutColumns } from '#web/records/list/columns.ts'
import type { Selection } from '#web/records/list/use-selection.ts'
import classes from './gallery.module.css'
import { companies } from './samples.ts'

const nothing = () => {}
const chosen: Selection = {
  ids: new Set(companies.map(({ id }) => id)),
  everything: false,
  state: 'some',
  toggle: nothing,
  add: nothing,
  toggleAll: nothing,
  selectLoaded: nothing,
  selectEverything: nothing,
  clear: nothing,
}

/** What is done with chosen records: some of those that were loaded, and all that the filter finds. */
export function BarSpecimens({ object }: { object: CatalogueObject }) {
  const shared = {
    object,
    columns: layOutColumns(object),
    totals: undefined,
    search: { filter: '', search: '', sort: '' },
    ticked: companies,
    more: true,
  }
  return (
    <>
      <div className={classes.bar}>
        <BulkBar {...shared} selection={chosen} />
      </div>
      <div className={classes.bar}>
        <BulkBar {...shared} selection={{ ...chosen, state: 'all', everything: true }} />
      </div>
    </>
  )
}
