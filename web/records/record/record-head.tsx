import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { usePhone } from '#web/design/use-phone.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { Breadcrumb } from '../breadcrumb.tsx'
import type { ViewState } from '../views/view-state.ts'
import classes from './record-bar.module.css'

interface RecordHeadProps {
  readonly object: CatalogueObject
  /** The list that one came from. */
  readonly state: ViewState
  readonly known: RecordData | undefined
}

/** The bar of a record that is on its way: the way back, and what it is called where that is known. */
export function RecordHead({ object, state, known }: RecordHeadProps) {
  const phone = usePhone()
  return (
    <header className={classes.bar}>
      <Breadcrumb
        object={object}
        search={state.address}
        view={state.view?.name}
        alone={known === undefined}
      />
      {known !== undefined && !phone && <span className={classes.crumb}>{titleOf(object, known)}</span>}
    </header>
  )
}
