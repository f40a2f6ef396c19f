import type { ReactNode } from 'react'
import type { Field } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { fieldViews, isBlank } from '#web/fields/index.ts'
import type { CardFields } from './card-fields.ts'
import classes from './cards.module.css'

interface CardFactsProps {
  readonly record: RecordData
  readonly places: CardFields
  /** Its name. */
  readonly children: ReactNode
}

/** What a card says of its record: its name, some fields beneath it, a figure and a day at its end. */
export function CardFacts({ record, places, children }: CardFactsProps) {
  const draw = (field: Field | undefined) => {
    if (field === undefined || isBlank(record[field.wire])) return null
    const { Cell } = fieldViews[field.type]
    return <Cell field={field} value={record[field.wire]} record={record} />
  }
  return (
    <>
      <span className={classes.text}>
        {children}
        <span className={classes.below}>
          {places.below.map((field) => {
            const drawn = draw(field)
            return drawn !== null && <span key={field.key}>{drawn}</span>
          })}
        </span>
      </span>
      <span className={classes.end}>
        <span>{draw(places.figure)}</span>
        <span className={classes.date}>{draw(places.date)}</span>
      </span>
    </>
  )
}
