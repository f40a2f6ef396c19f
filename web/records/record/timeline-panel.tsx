import { lazy, Suspense, useEffect, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { usePhone } from '#web/design/use-phone.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { offerComposer } from '../activity/open-composer.ts'
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
  const [asked, setAsked] = useState(0)
  const inPlace = writes && !phone
  const { id } = record
  useEffect(
    () => (inPlace ? offerComposer(id, () => setAsked((times) => times + 1)) : undefined),
    [inPlace, id],
  )
  return (
    <div className={classes.panel}>
      {inPlace && (
        <div data-print="no" className={classes.composer}>
          <Suspense>
            <Composer about={{ object: object.name, id, title: titleOf(object, record) }} asked={asked} />
          </Suspense>
        </div>
      )}
      <Timeline object={object} id={id} />
    </div>
  )
}
