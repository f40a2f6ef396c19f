import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { Pool } from '#shared/operations/pools.ts'
import { useRecordCount } from '#web/data/use-record-count.ts'
import { TopBar } from '#web/design/top-bar.tsx'
import { usePhone } from '#web/design/use-phone.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { countText } from '../list/count-text.ts'
import { PhoneSearchAndSort } from '../list/phone-search-and-sort.tsx'
import type { PoolState } from './use-pool-state.ts'

interface PoolTopProps {
  readonly pool: Pool
  readonly object: CatalogueObject
  readonly state: PoolState
  readonly searching: boolean
  readonly onSearching: (searching: boolean) => void
}

/** Which pool it is, of what, and how much lies in it. */
export function PoolTop({ pool, object, state, searching, onSearching }: PoolTopProps) {
  const { label, language } = useMessages()
  const phone = usePhone()
  const count = useRecordCount(object.name, { pool: pool.id })
  const of = label(object.pluralLabel ?? object.label)
  return (
    <TopBar
      title={pool.name}
      documentTitle={`${pool.name} · ${of}`}
      count={count === undefined ? undefined : countText(count, language)}
      actions={
        phone ? (
          <PhoneSearchAndSort object={object} state={state} searching={searching} onSearching={onSearching} />
        ) : undefined
      }
    />
  )
}
