import { Link } from '@tanstack/react-router'
import { type RecordData, useCatalogue } from '#web/data/index.ts'
import { asRecord } from '#web/fields/record-name.tsx'
import { titleOf } from '#web/fields/use-found.ts'
import { cardFields } from '../list/card-fields.ts'
import { listedFields } from '../list/columns.ts'
import { hasPicture, RecordPicture } from '../record-picture.tsx'
import classes from './related.module.css'
import type { Related } from './related.ts'
import { Value } from './value.tsx'

export interface RelatedRowProps {
  readonly related: Related
  readonly row: RecordData
}

/** A related record in two lines. */
export function RelatedLine({ related: { object, field }, row }: RelatedRowProps) {
  const catalogue = useCatalogue()
  const title = titleOf(object, row)
  const fields = listedFields(object).filter((one) => one.name !== field.name)
  const { below, figure, date } = cardFields([object.titleField, ...fields])
  // One link a line: two under each other would be too small to hit.
  const related = below[0] && asRecord(row[below[0].name])
  const named = related && titleOf(catalogue.find(below[0]?.to ?? ''), related)
  return (
    <li className={classes.line}>
      {hasPicture(object) && <RecordPicture object={object} id={row.id} name={title} size={24} />}
      <span className={classes.text}>
        <Link to="/o/$object/$id" params={{ object: object.name, id: row.id }}>
          {title}
        </Link>
        <span className={classes.below}>
          {below[0] && (named ?? <Value field={below[0]} record={row} />)}
        </span>
      </span>
      <span className={classes.end}>
        <span>{figure && <Value field={figure} record={row} />}</span>
        <span className={classes.quiet}>{date && <Value field={date} record={row} />}</span>
      </span>
    </li>
  )
}
