import { Link } from '@tanstack/react-router'
import type { Field } from '#shared/metadata/catalogue.ts'
import { type RecordData, useCatalogue } from '#web/data/index.ts'
import { StatusDot } from '#web/design/status-dot.tsx'
import { isBlank } from '#web/fields/index.ts'
import { asRecord } from '#web/fields/record-name.tsx'
import { stepColor } from '#web/fields/step-color.ts'
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

const words: ReadonlySet<string> = new Set(['relation', 'text', 'phone', 'email'])

/** A related record in two lines: its name and a word about it; at the end an amount with its date, or a tag. */
export function RelatedLine({ related: { object, field }, row }: RelatedRowProps) {
  const title = titleOf(object, row)
  const fields = listedFields(object).filter((one) => one.name !== field.name && !isBlank(row[one.wire]))
  const { figure, date } = cardFields([object.titleField, ...fields])
  const tag = figure === undefined ? fields.find((one) => one.type === 'select') : undefined
  const below = fields.find((one) => one.to === 'stage') ?? fields.find((one) => words.has(one.type))
  return (
    <li className={classes.line}>
      {hasPicture(object) && <RecordPicture object={object} id={row.id} name={title} size={24} />}
      <span className={classes.text}>
        <Link to="/o/$object/$id" params={{ object: object.name, id: row.id }} title={title}>
          {title}
        </Link>
        {below !== undefined && (
          <span className={classes.below}>
            <Words field={below} row={row} />
          </span>
        )}
      </span>
      <span className={classes.end}>
        {tag !== undefined ? (
          <Value field={tag} record={row} />
        ) : (
          <>
            <span>{figure && <Value field={figure} record={row} />}</span>
            <span className={classes.quiet}>{date && <Value field={date} record={row} />}</span>
          </>
        )}
      </span>
    </li>
  )
}

/** One link a line: two under each other would be too small to hit. */
function Words({ field, row }: { field: Field; row: RecordData }) {
  const catalogue = useCatalogue()
  const related = field.type === 'relation' ? asRecord(row[field.name]) : undefined
  if (related !== undefined) {
    const name = titleOf(catalogue.find(field.to ?? ''), related)
    const color = stepColor(related)
    return color === undefined ? name : <StatusDot color={color}>{name}</StatusDot>
  }
  return field.type === 'relation' ? null : String(row[field.wire])
}
