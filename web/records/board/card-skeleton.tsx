import { Skeleton } from '#web/design/skeleton.tsx'
import classes from './column.module.css'

/** A card that is on its way. */
export function CardSkeleton() {
  return (
    <div className={classes.waiting} aria-hidden>
      <Skeleton width="70%" />
      <Skeleton width="45%" />
      <Skeleton width="60%" />
    </div>
  )
}
