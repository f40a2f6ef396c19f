import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { Timeline } from '../activity/timeline.tsx'
import { InlineFields } from '../record/inline-fields.tsx'
import { useInlineEdit } from '../record/use-inline-edit.ts'
import classes from './peek.module.css'
import { peekFields } from './peek-fields.ts'

/** The fields and the timeline of a peeked record; loaded when the first one is peeked at. */
export function PeekContent({ object, record }: { object: CatalogueObject; record: RecordData }) {
  const { t } = useMessages()
  const edit = useInlineEdit(object, record)
  return (
    <>
      <div className={classes.fields}>
        <InlineFields object={object} record={record} edit={edit} fields={peekFields(object)} />
      </div>
      <section className={classes.recent} aria-label={t('table.recent')}>
        <h3 className={classes.recentTitle}>{t('table.recent')}</h3>
        <Timeline object={object} id={record.id} />
      </section>
    </>
  )
}
