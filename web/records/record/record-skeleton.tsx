import { Skeleton } from '#web/design/skeleton.tsx'
import classes from './record.module.css'

/** The page of a record that is on its way, in its true layout. */
export function RecordSkeleton() {
  return (
    <div className={classes.page} aria-busy>
      <div className={classes.identity}>
        <Skeleton width={40} height={40} />
        <div className={classes.who}>
          <Skeleton width={200} height={16} />
        </div>
      </div>
      <div className={classes.columns}>
        <div className={classes.fields}>
          {Array.from({ length: 10 }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: grey lines are all alike
            <div key={index} className={classes.field}>
              <Skeleton width={56} />
              <Skeleton width={`${40 + ((index * 17) % 50)}%`} />
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}
