import { Skeleton } from '#web/design/skeleton.tsx'
import classes from './tasks-page.module.css'

const widths = ['36%', '52%', '28%', '44%', '60%', '32%', '48%', '40%']

/** The list of tasks while it is on its way. */
export function TasksSkeleton() {
  return (
    <div className={classes.waiting} aria-hidden>
      {widths.map((width) => (
        <div key={width} className={classes.waitingRow}>
          <span className={classes.ring} />
          <Skeleton width={width} />
        </div>
      ))}
    </div>
  )
}
