import { Skeleton } from '#web/design/skeleton.tsx'
import { TimelineSkeleton } from '../activity/timeline-skeleton.tsx'
import identity from './identity.module.css'
import field from './inline-field.module.css'
import sections from './record-fields.module.css'
import classes from './record-page.module.css'

/** The page of a record that is on its way, in its true layout. */
export function RecordSkeleton() {
  return (
    <div className={classes.page} aria-busy>
      <div className={identity.identity}>
        <Skeleton width={40} height={40} />
        <div className={identity.who}>
          <Skeleton width={200} height={16} />
        </div>
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
