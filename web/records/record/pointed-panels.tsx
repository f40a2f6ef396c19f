import { Link } from '@tanstack/react-router'
import type { Catalogue, CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { type RecordData, useCatalogue, useRecord } from '#web/data/index.ts'
import { isBlank } from '#web/fields/index.ts'
import { asRecord } from '#web/fields/record-name.tsx'
import { referencesOf } from '#web/fields/reference.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { listedFields } from '../list/columns.ts'
import { RecordPicture } from '../record-picture.tsx'
import classes from './pointed-panels.module.css'
import related from './related.module.css'
import { Value } from './value.tsx'

interface PointedPanelsProps {
  readonly object: CatalogueObject
  readonly record: RecordData
}

const mostPanels = 3
const mostFacts = 4
/** What is set up once for all records tells nothing about this one. */
const beside: ReadonlySet<string | undefined> = new Set(['system', 'settings'])

/** The records that this one points to, each with what one wants to know of it here: the company of a deal. */
export function PointedPanels({ object, record }: PointedPanelsProps) {
  return pointedBy(useCatalogue(), object, record).map((pointed) => (
    <PointedById key={`${pointed.field.key} ${pointed.id}`} {...pointed} />
  ))
}

interface Pointed {
  readonly field: Field
  readonly object: CatalogueObject
  readonly id: string
  /** The record itself where it came along. */
  readonly known?: RecordData | undefined
}

/** What a record points to, by relations and by what it is about. */
export function pointedBy(
  catalogue: Catalogue,
  object: CatalogueObject,
  record: RecordData,
): readonly Pointed[] {
  return object.fields
    .filter(({ system }) => !system)
    .flatMap(
      (field): readonly { field: Field; name: string; id: string; known?: RecordData | undefined }[] => {
        if (field.type === 'anyRecord')
          return referencesOf(record[field.wire]).map((one) => ({ field, name: one.object, id: one.id }))
        const known = field.type === 'relation' ? asRecord(record[field.name]) : undefined
        return known !== undefined && known.id === record[field.wire]
          ? [{ field, name: field.to ?? '', id: known.id, known }]
          : []
      },
    )
    .flatMap(({ name, ...rest }) => {
      const target = catalogue.find(name)
      return target === undefined || beside.has(target.app) ? [] : [{ ...rest, object: target }]
    })
    .slice(0, mostPanels)
}

function PointedById({ field, object, id, known }: Pointed) {
  const asked = useRecord(object.name, id, [], known === undefined)
  const record = known ?? asked.data
  return record === undefined ? null : <PointedPanel field={field} object={object} record={record} />
}

function PointedPanel({ field, object, record }: PointedPanelsProps & { readonly field: Field }) {
  const { label } = useMessages()
  const title = titleOf(object, record)
  const heading = label(field.type === 'anyRecord' ? object.label : field.label)
  const facts = listedFields(object)
    .filter((one) => one !== object.titleField && !isBlank(record[one.wire]))
    .slice(0, mostFacts)
  return (
    <section className={related.related} aria-label={heading}>
      <header className={related.head}>
        <h2>{heading}</h2>
      </header>
      <p className={related.line}>
        <RecordPicture object={object} id={record.id} name={title} size={24} />
        <span className={related.text}>
          <Link to="/o/$object/$id" params={{ object: object.name, id: record.id }} title={title}>
            {title}
          </Link>
        </span>
      </p>
      {facts.length > 0 && (
        <dl className={classes.facts}>
          {facts.map((one) => (
            <div key={one.key}>
              <dt>{label(one.label)}</dt>
              <dd>
                <Value field={one} record={record} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
