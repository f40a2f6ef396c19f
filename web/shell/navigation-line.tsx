import type { ReactNode } from 'react'
import classes from './navigation-line.module.css'

interface NavigationLineProps {
  readonly icon: ReactNode
  readonly name: string
  /** Only the icon is shown; the name stands in a tooltip. */
  readonly rail: boolean
  /** How many there are; formatted already. */
  readonly count?: string | undefined
  /** How many wait to be looked at; 0 shows nothing. */
  readonly waiting?: number
}

/** What stands in a line of the navigation; the link or button around it has the class `item`. */
export function NavigationLine({ icon, name, rail, count, waiting = 0 }: NavigationLineProps) {
  const shown = waiting > 99 ? '99+' : String(waiting)
  return (
    <>
      {icon}
      {!rail && <span className={classes.name}>{name}</span>}
      {!rail && count !== undefined && <span className={classes.count}>{count}</span>}
      {waiting > 0 && <span className={rail ? classes.mark : classes.badge}>{rail ? null : shown}</span>}
    </>
  )
}
