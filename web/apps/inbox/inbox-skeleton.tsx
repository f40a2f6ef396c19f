import { Skeleton } from '#web/design/skeleton.tsx'
import classes from './inbox-skeleton.module.css'

const widths = ['60%', '44%', '52%', '66%', '40%', '58%']

/** The inbox while it is on its way. */
export function InboxSkeleton() {
  return (
    <div aria-hidden>
      {widths.map((width) => (
        <div key={width} className={classes.row}>
          <span className={classes.picture} />
          <span className={classes.words}>
            <Skeleton width={width} />
            <Skeleton width="72%" />
          </span>
        </div>
      ))}
    </div>
  )
}
