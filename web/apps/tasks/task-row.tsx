import { IconCalendarEvent, IconCheck, IconDots } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { memo, useRef } from 'react'
import { useCatalogue, useSession } from '#web/data/index.ts'
import { Avatar } from '#web/design/avatar.tsx'
import { ObjectIcon } from '#web/design/object-icon.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { Tick } from '#web/records/activity/tick.tsx'
import { useSwipe } from '#web/records/list/use-swipe.ts'
import type { Section } from './sections.ts'
import type { Task } from './task.ts'
import type { TaskActs } from './task-acts.ts'
import { TaskDue } from './task-due.tsx'
import { TaskPriority } from './task-priority.tsx'
import classes from './task-row.module.css'

interface TaskRowProps {
  readonly task: Task
  readonly section: Section['key']
  readonly aboutName: string
  /** The keys stand on it. */
  readonly current: boolean
  readonly selected: boolean
  readonly selecting: boolean
  /** It is not this person's to change. */
  readonly fixed: boolean
  /** On a phone a finger draws it aside, and a touch opens its page. */
  readonly phone: boolean
  readonly acts: TaskActs
}

/** One task: tick, what, about whom, who, when. */
export const TaskRow = memo(function TaskRow(props: TaskRowProps) {
  const { task, section, aboutName, current, selected, selecting, fixed, phone, acts } = props
  const { t } = useMessages()
  const { user } = useSession()
  const catalogue = useCatalogue()
  const card = useRef<HTMLDivElement>(null)
  const swipe = useSwipe(card, {
    onRight: task.done || fixed ? undefined : () => acts.finish(task),
    onLeft: task.done || fixed ? undefined : () => acts.tomorrow(task),
    onLongPress: () => acts.select(task),
  })
  const other = task.assignee !== undefined && task.assignee.id !== user.id ? task.assignee : undefined
  return (
    <div className={classes.place} data-selected={selected || undefined} data-current={current || undefined}>
      <span className={classes.right} aria-hidden>
        <IconCheck />
        {t('tasks.finish')}
      </span>
      <span className={classes.left} aria-hidden>
        <IconCalendarEvent />
        {t('tasks.tomorrow')}
      </span>
      <div
        ref={card}
        className={classes.row}
        data-done={task.done || undefined}
        data-selecting={selecting || undefined}
        {...(phone && swipe.handlers)}
        onClickCapture={(event) => {
          if (!swipe.swallowsClick()) return
          event.preventDefault()
          event.stopPropagation()
        }}
      >
        <label className={classes.select}>
          <input
            type="checkbox"
            aria-label={t('records.selectNamed', { name: task.subject })}
            checked={selected}
            tabIndex={-1}
            onChange={() => acts.select(task)}
          />
        </label>
        <Tick
          late={section === 'overdue'}
          blocked={fixed}
          task={{ id: task.id, version: task.record.version, status: task.status, name: task.subject }}
        />
        <span className={classes.text}>
          <Link
            to="/o/$object/$id"
            params={{ object: 'task', id: task.id }}
            className={classes.subject ?? ''}
            data-task={task.id}
            tabIndex={current ? 0 : -1}
            title={task.subject}
            dir="auto"
            draggable={false}
            onClick={(event) => {
              const apart = event.metaKey || event.ctrlKey || event.shiftKey
              if (phone || apart) return
              event.preventDefault()
              acts.look(task)
            }}
          >
            {task.subject}
          </Link>
          {task.about !== undefined && aboutName !== '' && (
            <Link
              to="/o/$object/$id"
              params={{ object: task.about.object, id: task.about.id }}
              className={classes.about ?? ''}
              tabIndex={current ? 0 : -1}
              title={aboutName}
              dir="auto"
            >
              <ObjectIcon name={catalogue.find(task.about.object)?.icon} size={14} />
              <span>{aboutName}</span>
            </Link>
          )}
        </span>
        <span className={classes.marks}>
          <TaskPriority task={task} />
          {other !== undefined && (
            <span className={classes.person} title={other.name}>
              <Avatar id={other.id} name={other.name} />
              <span>{other.name}</span>
            </span>
          )}
        </span>
        <span className={classes.due}>
          <TaskDue task={task} section={section} />
        </span>
        <button
          type="button"
          className={classes.menu}
          aria-label={t('table.swipeActs', { name: task.subject })}
          aria-haspopup="menu"
          tabIndex={current ? 0 : -1}
          onClick={(event) => {
            const { right, bottom } = event.currentTarget.getBoundingClientRect()
            // At the very edge of the screen the menu would take its place for hidden.
            acts.menu(task, { x: right - 8, y: bottom })
          }}
        >
          <IconDots aria-hidden />
        </button>
      </div>
    </div>
  )
})
