import { lazy, Suspense } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { usePhone } from '#web/design/use-phone.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { Timeline } from '../activity/timeline.tsx'
import classes from './timeline-panel.module.css'
import { useWritable } from './use-writable.ts'

const Composer = lazy(async () => ({ default: (await import('../activity/composer.tsx')).Composer }))

interface TimelinePanelProps {
  readonly object: CatalogueObject
  readonly record: RecordData
}

/** The composer and what happened beneath it; on a phone the composer stands at the foot of the page. */
export function TimelinePanel({ object, record }: TimelinePanelProps) {
  const phone = usePhone()
  const writes = useWritable(object)
  return (
    <div className={classes.panel}>
      {writes && !phone && (
        <div data-print="no" className={classes.composer}>
          <Suspense>
            <Composer about={{ object: object.name, id: record.id, title: titleOf(object, record) }} />
          </Suspense>
        </div>
      )}
      <Timeline object={object} id={record.id} />
    </div>
  )
}
