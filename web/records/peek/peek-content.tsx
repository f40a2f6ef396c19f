import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { type RecordData, useRecord } from '#web/data/index.ts'
import { useEditable } from '#web/data/use-editable.ts'
import { useRecordMay } from '#web/data/use-record-may.ts'
import { Skeleton } from '#web/design/skeleton.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { Timeline } from '../activity/timeline.tsx'
import { includesOf } from '../list/columns.ts'
import { InlineFields } from '../record/inline-fields.tsx'
import { useInlineEdit } from '../record/use-inline-edit.ts'
import classes from './peek.module.css'
import { peekFields } from './peek-fields.ts'

/** The fields and the timeline of a peeked record; loaded when the first one is peeked at. */
export function PeekContent({ object, record }: { object: CatalogueObject; record: RecordData }) {
  const { t } = useMessages()
  const fields = peekFields(object)
  // A board asks for no more of a record than its card shows.
  const isWhole = fields.every(({ wire }) => record[wire] !== undefined)
  const asked = useRecord(object.name, record.id, includesOf(fields), !isWhole)
  const whole = isWhole ? record : asked.data
  return (
    <>
      <div className={classes.fields} aria-busy={whole === undefined}>
        {whole === undefined ? (
          fields.map(({ key }) => (
            <p key={key} className={classes.waiting}>
              <Skeleton width="70%" />
            </p>
          ))
        ) : (
          <Fields object={object} record={whole} fields={fields} />
        )}
      </div>
      <section className={classes.recent} aria-label={t('table.recent')}>
        <h3 className={classes.recentTitle}>{t('table.recent')}</h3>
        <Timeline object={object} id={record.id} />
      </section>
    </>
  )
}

interface FieldsProps {
  readonly object: CatalogueObject
  readonly record: RecordData
  readonly fields: readonly Field[]
}

function Fields({ object: whole, record, fields }: FieldsProps) {
  const { update } = useRecordMay(whole, record)
  const object = useEditable(whole, update)
  const edit = useInlineEdit(object, record)
  const shown = fields.map((field) => object.fieldByKey.get(field.key) ?? field)
  return <InlineFields object={object} record={record} edit={edit} fields={shown} />
}
