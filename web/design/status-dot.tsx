import type { ReactNode } from 'react'
import type { Color } from '#shared/metadata/definition.ts'
import classes from './status-dot.module.css'

const dots: Record<Color, string> = {
  grey: 'var(--control)',
  red: 'var(--red-dot)',
  orange: 'var(--amber-dot)',
  amber: 'var(--amber-dot)',
  green: 'var(--green-dot)',
  teal: 'var(--green-dot)',
  blue: 'var(--blue-dot)',
  purple: 'var(--tag-purple-ink)',
  pink: 'var(--tag-pink-ink)',
}

/** A state: a dot, and always the word beside it. */
export function StatusDot({ color = 'grey', children }: { color?: Color | undefined; children: ReactNode }) {
  return (
    <span className={classes.status}>
      <span className={classes.dot} style={{ background: dots[color] }} aria-hidden />
      <span className={classes.word}>{children}</span>
    </span>
  )
}
