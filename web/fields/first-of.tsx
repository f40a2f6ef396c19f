import type { ReactNode } from 'react'
import classes from './fields.module.css'

/** A cell is read at a glance; thousands of rows with hundreds of tags each would not scroll. */
const most = 8

interface FirstOfProps {
  readonly texts: readonly string[]
  readonly draw: (text: string) => ReactNode
}

/** The first few of what a field holds, and how many more there are. */
export function FirstOf({ texts, draw }: FirstOfProps) {
  return (
    <span className={classes.tags}>
      {texts.slice(0, most).map(draw)}
      {texts.length > most && <span className={classes.more}>+{texts.length - most}</span>}
    </span>
  )
}
