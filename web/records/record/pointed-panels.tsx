import { Link } from '@tanstack/react-router'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { type RecordData, useCatalogue } from '#web/data/index.ts'
import { isBlank } from '#web/fields/index.ts'
import { asRecord } from '#web/fields/record-name.tsx'
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
  const catalogue = useCatalogue()
  return object.fields
    .flatMap((field) => {
      const target = field.type === 'relation' ? catalogue.find(field.to ?? '') : undefined
      const pointed = asRecord(record[field.name])
      const isShown = target !== undefined && !field.system && !beside.has(target.app)
      if (!isShown || pointed === undefined || pointed.id !== record[field.wire]) return []
      return [{ field, target, pointed }]
    })
    .slice(0, mostPanels)
    .map(({ field, target, pointed }) => (
      <PointedPanel key={field.key} field={field} object={target} record={pointed} />
    ))
}

function PointedPanel({ field, object, record }: PointedPanelsProps & { readonly field: Field }) {
  const { label } = useMessages()
  const title = titleOf(object, record)
  const facts = listedFields(object)
    .filter((one) => one !== object.titleField && !isBlank(record[one.wire]))
    .slice(0, mostFacts)
  return (
    <section className={related.related} aria-label={label(field.label)}>
      <header className={related.head}>
        <h2>{label(field.label)}</h2>
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
