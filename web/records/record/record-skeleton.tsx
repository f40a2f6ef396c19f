import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { Skeleton } from '#web/design/skeleton.tsx'
import { usePhone } from '#web/design/use-phone.ts'
import { isBlank } from '#web/fields/index.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { TimelineSkeleton } from '../activity/timeline-skeleton.tsx'
import { RecordPicture } from '../record-picture.tsx'
import identity from './identity.module.css'
import { identityFields } from './identity-fields.ts'
import field from './inline-field.module.css'
import sections from './record-fields.module.css'
import classes from './record-page.module.css'
import heading from './title-edit.module.css'

interface RecordSkeletonProps {
  readonly object: CatalogueObject
  /** What is known of the record already: its name stands at once, where it will stay. */
  readonly known: RecordData | undefined
}

/** The page of a record that is on its way, in its true layout. */
export function RecordSkeleton({ object, known }: RecordSkeletonProps) {
  return (
    <div className={classes.page} aria-busy>
      <div className={identity.identity}>
        {known === undefined ? (
          <>
            <Skeleton width={40} height={40} />
            <div className={identity.who}>
              <Skeleton width={200} height={16} />
            </div>
          </>
        ) : (
          <Known object={object} record={known} />
        )}
      </div>
      <div className={classes.waiting}>
        <div className={sections.section}>
          {Array.from({ length: 12 }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: grey lines are all alike
            <div key={index} className={field.field}>
              <Skeleton width={56} />
              <Skeleton width={`${40 + ((index * 17) % 50)}%`} />
            </div>
          ))}
        </div>
        <div className={classes.waitingMiddle}>
          <Skeleton height={74} />
          <TimelineSkeleton />
        </div>
      </div>
    </div>
  )
}

function Known({ object, record }: { object: CatalogueObject; record: RecordData }) {
  const phone = usePhone()
  const title = titleOf(object, record)
  const withFacts = phone || identityFields(object).facts.some(({ wire }) => !isBlank(record[wire]))
  return (
    <>
      <RecordPicture object={object} id={record.id} name={title} size={phone ? 44 : 40} />
      <div className={identity.who}>
        <div className={identity.titleLine}>
          <div className={heading.shown}>
            <h1 className={heading.title} dir="auto">
              {title}
            </h1>
          </div>
        </div>
        {withFacts && (
          <div className={identity.factsToCome}>
            <Skeleton width={180} />
          </div>
        )}
      </div>
    </>
  )
}
