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
  /** Whether it is all there is on the page: its title is that of the page. */
  readonly whole?: boolean
}

/** Nothing is here yet, or nothing matches: says so and offers the next step. */
export function EmptyState({ icon: Icon, title, detail, action, whole = false }: EmptyStateProps) {
  const Title = whole ? 'h1' : 'p'
  return (
    <div className={classes.state}>
      {Icon !== undefined && <Icon className={classes.icon} aria-hidden />}
      <Title className={classes.title}>{title}</Title>
      {detail !== undefined && <p className={classes.detail}>{detail}</p>}
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  )
}
