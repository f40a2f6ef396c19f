import { IconCalendar, IconFlag, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useLocale, useObject } from '#web/data/index.ts'
import { Avatar } from '#web/design/avatar.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { dueWords } from './due-words.ts'
import classes from './read-chips.module.css'
import type { WrittenTask } from './read-task.ts'

interface ReadChipsProps {
  readonly task: WrittenTask
  /** A part that was misunderstood: it goes back among the words. */
  readonly onLeave: (typed: string) => void
}

/** What a line was understood to say, before it is saved. */
export function ReadChips({ task: { due, assignee, priority }, onLeave }: ReadChipsProps) {
  const { t, label } = useMessages()
  const locale = useLocale()
  const option = useObject('task')
    .fieldByName.get('priority')
    ?.options?.find(({ value }) => value === priority?.value)
  const when = due && dueWords(due.value, Number.POSITIVE_INFINITY, locale, t)
  const chip = (typed: string, icon: ReactNode, words: string) => (
    <span className={classes.chip}>
      {icon}
      <span className={classes.words}>{words}</span>
      <button
        type="button"
        className={classes.leave}
        aria-label={t('tasks.leaveAsWords', { words: typed })}
        title={t('tasks.leaveAsWords', { words: typed })}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => onLeave(typed)}
      >
        <IconX aria-hidden />
      </button>
    </span>
  )
  if (due === undefined && assignee === undefined && option === undefined)
    return <p className={classes.hint}>{t('tasks.addHow', { mark: '!' })}</p>
  return (
    <div className={classes.chips} role="status">
      {due && when && chip(due.typed, <IconCalendar aria-hidden />, `${when.day} ${when.time}`)}
      {assignee &&
        chip(
          assignee.typed,
          <Avatar id={assignee.value.id} name={assignee.value.name} size={16} />,
          assignee.value.name,
        )}
      {priority && option && chip(priority.typed, <IconFlag aria-hidden />, label(option.label))}
    </div>
  )
}
