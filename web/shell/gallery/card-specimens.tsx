import { useMemo } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { type RecordData, useCatalogue } from '#web/data/index.ts'
import { usePhone } from '#web/design/use-phone.ts'
import { BoardContext, type BoardParts } from '#web/records/board/board-context.ts'
import { BoardStore } from '#web/records/board/board-store.ts'
import { Card } from '#web/records/board/card.tsx'
import { cardHeight } from '#web/records/board/card-height.ts'
import { layOutCard } from '#web/records/board/card-layout.ts'
import { CardPool } from '#web/records/board/card-pool.ts'
import { HeldCard } from '#web/records/board/held-card.tsx'
import type { Risk } from '#web/records/board/risk.ts'
import classes from './gallery.module.css'
import { deals } from './samples.ts'

const gap = 8
const nothing = () => {}
const late: readonly Risk[] = [{ kind: 'late', days: 3 }]
const risksOf = ({ id }: RecordData): readonly Risk[] => (id === 'late' ? late : [])

/** Cards of a board: as they lie, with a long name, at risk, under the keys, chosen, renamed, and in the hand. */
export function CardSpecimens({ object }: { object: CatalogueObject }) {
  const catalogue = useCatalogue()
  const phone = usePhone()
  const field = object.fieldByName.get('stage')
  const parts = useMemo((): BoardParts | undefined => {
    if (field === undefined) return undefined
    const layout = layOutCard(object, 'stage', 'amount', undefined)
    const store = new BoardStore()
    store.set({ active: 'active', selected: new Set(['selected']), editing: 'renamed' })
    return {
      query: { catalogue, object, field, filter: '', search: '', sort: '', layout, parent: undefined },
      sum: undefined,
      store,
      pool: new CardPool(
        () => '',
        () => 0,
      ),
      places: new Map(),
      left: undefined,
      manual: false,
      phone,
      columns: [],
      risksOf,
      isOpen: () => true,
      mayCross: () => true,
      mayLift: () => true,
      heightOf: (record) => cardHeight(record, layout, risksOf(record).length > 0, phone),
      acts: {
        open: nothing,
        startRename: nothing,
        rename: nothing,
        remove: nothing,
        refuse: nothing,
        askWhere: nothing,
        lift: nothing,
        fold: nothing,
        showInList: nothing,
      },
    }
  }, [catalogue, object, field, phone])
  if (parts === undefined) return null
  const heights = deals.map((deal) => parts.heightOf(deal) + gap)
  const tops = heights.map((_height, at) => heights.slice(0, at).reduce((sum, one) => sum + one, 0))
  return (
    <BoardContext value={parts}>
      <ul className={classes.cards} style={{ height: heights.reduce((sum, one) => sum + one, 0) }}>
        {deals.map((deal, at) => (
          <Card
            key={deal.id}
            record={deal}
            top={tops[at] ?? 0}
            height={parts.heightOf(deal)}
            lifted={false}
            first={at === 0}
          />
        ))}
      </ul>
      <div className={classes.cards}>
        {deals.slice(0, 1).map((record) => (
          <HeldCard
            key={record.id}
            lift={{
              record,
              also: deals.slice(1, 3),
              from: '',
              index: 0,
              by: 'keys',
              width: 280,
              height: parts.heightOf(record),
            }}
          />
        ))}
      </div>
    </BoardContext>
  )
}
