import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './state.module.css'

interface EmptyStateProps {
  readonly icon?: Icon
  /** One sentence. */
  readonly title: string
  /** One example, or which filter to loosen. */
  readonly detail?: string
  /** One action. */
  readonly action?: ReactNode
}

/** Nothing is here yet, or nothing matches: says so and offers the next step. */
export function EmptyState({ icon: Icon, title, detail, action }: EmptyStateProps) {
  return (
    <div className={classes.state}>
      {Icon !== undefined && <Icon className={classes.icon} aria-hidden />}
      <p className={classes.title}>{title}</p>
      {detail !== undefined && <p className={classes.detail}>{detail}</p>}
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  )
}
