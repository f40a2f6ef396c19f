import { Link } from '@tanstack/react-router'
import { isBlank } from '#web/fields/index.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { cardFields } from '../list/card-fields.ts'
import { listedFields } from '../list/columns.ts'
import { RecordPicture } from '../record-picture.tsx'
import classes from './related.module.css'
import type { RelatedRowProps } from './related-line.tsx'
import { Value } from './value.tsx'

/** A related record as a paragraph: what it is called and when, its states and people, the beginning of its text. */
export function RelatedEntry({ related: { object, field }, row }: RelatedRowProps) {
  const title = titleOf(object, row)
  const fields = listedFields(object).filter((one) => one.name !== field.name)
  const { figure, date } = cardFields([object.titleField, ...fields])
  const facts = fields.filter(
    (one) => one !== figure && one !== date && one.type !== 'dateTime' && !isBlank(row[one.wire]),
  )
  const text = object.fields.find((one) => one.type === 'longText')
  const words = text === undefined ? null : row[text.wire]
  return (
    <li className={classes.entry}>
      <RecordPicture object={object} id={row.id} name={title} size={24} />
      <div className={classes.entryBody}>
        <p className={classes.entryHead}>
          <Link to="/o/$object/$id" params={{ object: object.name, id: row.id }}>
            {title}
          </Link>
          {figure && <Value field={figure} record={row} />}
          <span className={classes.quiet}>{date && <Value field={date} record={row} />}</span>
        </p>
        {facts.length > 0 && (
          <p className={classes.entryFacts}>
            {facts.map((one) => (
              <Value key={one.key} field={one} record={row} />
            ))}
          </p>
        )}
        {typeof words === 'string' && <p className={classes.entryText}>{words}</p>}
      </div>
    </li>
  )
}
