import { IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './section-head.module.css'

interface SectionHeadProps {
  readonly title: ReactNode
  /** How many; undefined where it is not known yet. */
  readonly count: number | undefined
  /** There are more than were loaded. */
  readonly more: boolean
  readonly late: boolean
  readonly open: boolean
  readonly onToggle: () => void
}

/** The head of a section: its name, how many tasks, folded by a touch. */
export function SectionHead({ title, count, more, late, open, onToggle }: SectionHeadProps) {
  const { language } = useMessages()
  return (
    <h2 className={classes.head}>
      <button type="button" className={classes.fold} aria-expanded={open} onClick={onToggle}>
        <IconChevronDown aria-hidden />
        <span className={classes.title} data-late={late || undefined} dir="auto">
          {title}
        </span>
        {count !== undefined && (
          <span className={classes.count}>
            {count.toLocaleString(language)}
            {more && '+'}
          </span>
        )}
      </button>
    </h2>
  )
}
