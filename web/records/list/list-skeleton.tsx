import { Skeleton } from '#web/design/skeleton.tsx'
import classes from './list-skeleton.module.css'

const lines = ['62%', '48%', '70%', '55%', '66%', '44%', '58%', '72%', '50%', '64%']

/** Before it is known how the records are shown. */
export function ListSkeleton() {
  return (
    <div className={classes.list} aria-hidden>
      {lines.map((width) => (
        <div key={width} className={classes.line}>
          <Skeleton width={width} />
        </div>
      ))}
    </div>
  )
}
