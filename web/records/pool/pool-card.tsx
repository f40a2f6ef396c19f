import { memo } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { CardFacts } from '../list/card-facts.tsx'
import type { CardFields } from '../list/card-fields.ts'
import classes from '../list/cards.module.css'
import { RecordPicture } from '../record-picture.tsx'
import own from './pool-card.module.css'
import { PoolRecordLink } from './pool-record-link.tsx'

interface PoolCardProps {
  readonly pool: string
  readonly object: CatalogueObject
  readonly record: RecordData
  readonly places: CardFields
  readonly top: number
}

/** One record of a pool on a phone: a finger opens it, and nothing else. */
export const PoolCard = memo(function PoolCard(props: PoolCardProps) {
  const { pool, object, record, places, top } = props
  const title = titleOf(object, record)
  return (
    <li className={classes.place} style={{ transform: `translateY(${top}px)` }}>
      <div className={`${classes.card} ${own.card}`}>
        <RecordPicture object={object} id={record.id} name={title} size={32} />
        <CardFacts record={record} places={places}>
          <PoolRecordLink pool={pool} id={record.id} title={title} className={classes.title} />
        </CardFacts>
      </div>
    </li>
  )
})
