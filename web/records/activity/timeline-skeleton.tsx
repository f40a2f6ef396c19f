import { Skeleton } from '#web/design/skeleton.tsx'
import classes from './timeline.module.css'

const widths = ['46%', '62%', '38%', '54%'] as const

/** Entries that are on their way, in their true layout. */
export function TimelineSkeleton() {
  return (
    <div className={classes.entries} aria-hidden>
      {widths.map((width) => (
        <div key={width} className={classes.entry}>
          <span className={classes.mark} data-tone="grey" />
          <div className={classes.body}>
            <div className={classes.line}>
              <Skeleton width={width} />
            </div>
            <Skeleton width="80%" height={32} />
          </div>
        </div>
      ))}
    </div>
  )
}
