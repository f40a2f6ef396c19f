import { IconClock } from '@tabler/icons-react'
import { useLocale } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { dueWords } from './due-words.ts'
import type { Section } from './sections.ts'
import type { Task } from './task.ts'
import classes from './task-due.module.css'

/** When a task is due, in words; in red and said so when it is late. In a section of one day the time is enough. */
export function TaskDue({ task, section }: { task: Task; section: Section['key'] }) {
  const { t } = useMessages()
  const locale = useLocale()
  if (task.dueAt === undefined) return null
  const { day, time, late } = dueWords(task.dueAt, Date.now(), locale, t)
  const lately = late !== undefined && !task.done
  const oneDay = section === 'today' || section === 'tomorrow'
  return (
    <time
      className={classes.due}
      dateTime={task.dueAt}
      data-late={lately || undefined}
      title={`${day} ${time}`}
    >
      {lately && <IconClock aria-hidden />}
      <span>{oneDay ? time : section === 'overdue' ? day : `${day} ${time}`}</span>
      {lately && <span className={classes.late}>{late}</span>}
    </time>
  )
}
