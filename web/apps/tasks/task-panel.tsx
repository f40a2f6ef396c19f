import { IconArrowsDiagonal, IconMessagePlus, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { ApiError, type RecordData, useCatalogue, useObject, useRecord } from '#web/data/index.ts'
import { useEditable } from '#web/data/use-editable.ts'
import { useRecordMay } from '#web/data/use-record-may.ts'
import { ButtonLink } from '#web/design/button-link.tsx'
import { EmptyState } from '#web/design/empty-state.tsx'
import { ErrorState } from '#web/design/error-state.tsx'
import { IconButton } from '#web/design/icon-button.tsx'
import { Skeleton } from '#web/design/skeleton.tsx'
import { useRecordName } from '#web/fields/record-name.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { openComposer } from '#web/records/activity/open-composer.ts'
import { Tick } from '#web/records/activity/tick.tsx'
import { Timeline } from '#web/records/activity/timeline.tsx'
import { InlineFields } from '#web/records/record/inline-fields.tsx'
import { useInlineEdit } from '#web/records/record/use-inline-edit.ts'
import { DueChips } from './due-chips.tsx'
import { RemindChips } from './remind-chips.tsx'
import { taskOf } from './task.ts'
import classes from './task-panel.module.css'
import type { TaskWrites } from './use-task-writes.ts'

interface TaskPanelProps {
  readonly id: string
  /** A field opens for editing as soon as it is there. */
  readonly editing: boolean
  readonly writes: TaskWrites
  readonly onClose: () => void
}

const included = ['assignee']

/** A task beside the list: its fields to edit, its next day, its reminder, and what happened to its record lately. */
export function TaskPanel(props: TaskPanelProps) {
  const { t } = useMessages()
  const object = useObject('task')
  const { data: record, error, refetch } = useRecord('task', props.id, included)
  return (
    <aside className={classes.panel} aria-label={t('tasks.panel')}>
      <div className={classes.bar}>
        <ButtonLink
          to="/o/$object/$id"
          params={{ object: 'task', id: props.id }}
          icon={IconArrowsDiagonal}
          keyHint="↵"
        >
          {t('records.open')}
        </ButtonLink>
        <IconButton icon={IconX} label={t('design.close')} keyHint="Esc" onClick={props.onClose} />
      </div>
      {record !== undefined ? (
        <Content key={record.id} {...props} object={object} record={record} />
      ) : error instanceof ApiError && error.status === 404 ? (
        <EmptyState title={t('records.noRecord')} detail={t('records.noRecordWhy')} />
      ) : error !== null ? (
        <ErrorState detail={error.message} onRetry={() => void refetch()} />
      ) : (
        <div className={classes.waiting}>
          <Skeleton width="70%" height={16} />
          <Skeleton width="40%" />
          <Skeleton width="56%" />
        </div>
      )}
    </aside>
  )
}

const shownFields = [
  'subject',
  'status',
  'dueAt',
  'remindAt',
  'priority',
  'assignee',
  'regarding',
  'description',
]

interface ContentProps extends TaskPanelProps {
  readonly object: CatalogueObject
  readonly record: RecordData
}

function Content({ object: whole, record, editing, writes }: ContentProps) {
  const { update } = useRecordMay(whole, record)
  const object = useEditable(whole, update)
  const edit = useInlineEdit(object, record)
  const { setOpen } = edit
  const task = taskOf(object, record)
  const fields = shownFields.flatMap((name) => object.fieldByName.get(name) ?? [])
  useEffect(() => {
    if (editing && update) setOpen('subject')
  }, [editing, update, setOpen])
  return (
    <div className={classes.content}>
      <header className={classes.head}>
        <Tick
          blocked={!update}
          task={{ id: task.id, version: record.version, status: task.status, name: task.subject }}
        />
        <h2 className={classes.title} dir="auto">
          {task.subject}
        </h2>
      </header>
      {update && (
        <div className={classes.chips}>
          <DueChips task={task} onDay={(day) => writes.reschedule([task], day)} />
          <RemindChips task={task} onRemind={(at) => writes.remind(task, at)} />
        </div>
      )}
      <div className={classes.fields}>
        <InlineFields object={object} record={record} edit={edit} fields={fields} />
      </div>
      {task.about !== undefined && (
        <About key={task.about.id} object={task.about.object} id={task.about.id} />
      )}
    </div>
  )
}

/** The record that the task is about: what happened to it lately. */
function About({ object: name, id }: { object: string; id: string }) {
  const { t } = useMessages()
  const object = useCatalogue().find(name)
  const title = useRecordName({ object: name, id })
  const [unread, setUnread] = useState(true)
  useEffect(() => {
    // The panel follows the keys: a timeline is asked for where they rest.
    const timer = setTimeout(() => setUnread(false), 150)
    return () => clearTimeout(timer)
  }, [])
  if (object === undefined) return null
  return (
    <section className={classes.about} aria-label={title}>
      <header className={classes.aboutHead}>
        {title === '' ? (
          <Skeleton width={120} />
        ) : (
          <Link to="/o/$object/$id" params={{ object: name, id }} title={title} dir="auto">
            {title}
          </Link>
        )}
        <IconButton
          size="sm"
          icon={IconMessagePlus}
          label={t('activity.write')}
          keyHint="N"
          onClick={() => openComposer({ object: name, id, title })}
        />
      </header>
      {!unread && (
        <div className={classes.timeline}>
          <Timeline object={object} id={id} />
        </div>
      )}
    </section>
  )
}
