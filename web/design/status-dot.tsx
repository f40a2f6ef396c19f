import type { ReactNode } from 'react'
import type { Color } from '#shared/metadata/definition.ts'
import { dotColor } from './dot-color.ts'
import classes from './status-dot.module.css'

/** A state: a dot, and always the word beside it. */
export function StatusDot({ color = 'grey', children }: { color?: Color | undefined; children: ReactNode }) {
  return (
    <span className={classes.status}>
      <span className={classes.dot} style={{ background: dotColor[color] }} aria-hidden />
      <span className={classes.word}>{children}</span>
    </span>
  )
}
