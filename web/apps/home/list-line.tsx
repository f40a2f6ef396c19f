import { Link } from '@tanstack/react-router'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { isBlank, NamesLead, titleOf } from '#web/fields/index.ts'
import { cardFields } from '#web/records/list/card-fields.ts'
import { listedFields } from '#web/records/list/columns.ts'
import { Value } from '#web/records/record/value.tsx'
import { hasPicture, RecordPicture } from '#web/records/record-picture.tsx'
import classes from './block.module.css'

/** A record in one link: what it is called and a word about it, its figure and its date. */
export function ListLine({ object, record }: { object: CatalogueObject; record: RecordData }) {
  const title = titleOf(object, record)
  const filled = listedFields(object).filter((field) => !isBlank(record[field.wire]))
  const { below, figure, date } = cardFields([
    object.titleField,
    ...filled.filter((field) => field !== object.titleField),
  ])
  const [first] = below
  return (
    <li>
      <NamesLead value={false}>
        <Link
          to="/o/$object/$id"
          params={{ object: object.name, id: record.id }}
          className={classes.line ?? ''}
        >
          {hasPicture(object) && <RecordPicture object={object} id={record.id} name={title} size={24} />}
          <span className={classes.text}>
            <span className={classes.title} title={title} dir="auto">
              {title}
            </span>
            <span className={classes.below}>{first && <Value field={first} record={record} />}</span>
          </span>
          <span className={classes.end}>
            <span>{figure && <Value field={figure} record={record} />}</span>
            <span className={classes.quiet}>{date && <Value field={date} record={record} />}</span>
          </span>
        </Link>
      </NamesLead>
    </li>
  )
}
