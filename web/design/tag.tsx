import type { ReactNode } from 'react'
import type { Color } from '#shared/metadata/definition.ts'
import classes from './tag.module.css'

/** A user's own label, in one of nine hues. */
export function Tag({ color = 'grey', children }: { color?: Color | undefined; children: ReactNode }) {
  return (
    <span
      className={classes.tag}
      style={{ background: `var(--tag-${color})`, color: `var(--tag-${color}-ink)` }}
    >
      {children}
    </span>
  )
}
