import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import {
  type RecordData,
  useCatalogue,
  useLocale,
  useMay,
  useRecordList,
  useSession,
} from '#web/data/index.ts'
import { useMayWith } from '#web/data/use-may-with.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { preparePicker } from '#web/fields/index.ts'
import { shortDate } from '#web/fields/short-date.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { wallTime } from '#web/fields/wall-time.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { Tick } from '../activity/tick.tsx'
import { dayDistance } from './day-distance.ts'
import classes from './next-tasks.module.css'
import { relatedFilter, relatedLists, relatedValues } from './related.ts'

const CreateDialog = lazy(async () => {
  const [{ CreateDialog: Loaded }] = await Promise.all([import('../form/create-dialog.tsx'), preparePicker()])
  return { default: Loaded }
})

interface NextTasksProps {
  readonly object: CatalogueObject
  readonly record: RecordData
}

const most = 5

/** What is to be done about the record next; ticked here, and a new one is set here. */
export function NextTasks({ object, record }: NextTasksProps) {
  const { t } = useMessages()
  const { user } = useSession()
  const [creating, setCreating] = useState(false)
  const { may } = useMay()
  const related = relatedLists(useCatalogue(), object).about.find((one) => one.object.name === 'task')
  const query = {
    filter:
      related === undefined
        ? ''
        : `${relatedFilter(related, record.id)} and status in ("open", "inProgress")`,
    sort: 'dueAt',
    limit: most,
  }
  const tasks = useRecordList('task', query, related !== undefined)
  const rows = tasks.data?.pages[0]?.data ?? []
  if (related === undefined) return null
  return (
    <section className={classes.tasks} aria-label={t('activity.nextTasks')}>
      <header className={classes.head}>
        <h2>{t('activity.nextTasks')}</h2>
        {rows.length > 0 && <span className={classes.count}>{rows.length}</span>}
        {may('task', 'create') && (
          <IconButton
            size="sm"
            icon={IconPlus}
            label={t('activity.newTask')}
            onClick={() => setCreating(true)}
          />
        )}
      </header>
      {tasks.data !== undefined && rows.length === 0 && (
        <p className={classes.none}>{t('activity.noTasks')}</p>
      )}
      {rows.length > 0 && (
        <ul className={classes.list}>
          {rows.map((task) => (
            <TaskLine key={task.id} task={task} object={related.object} />
          ))}
        </ul>
      )}
      {creating && (
        <Suspense>
          <CreateDialog
            object={related.object}
            prefilled={{ ...relatedValues(related, object.name, record.id), assigneeId: user.id }}
            onClose={() => setCreating(false)}
          />
        </Suspense>
      )}
    </section>
  )
}

function TaskLine({ task, object }: { task: RecordData; object: CatalogueObject }) {
  const locale = useLocale()
  const name = titleOf(object, task)
  const due = typeof task.dueAt === 'string' ? task.dueAt : undefined
  const may = useMayWith()
  const late = due !== undefined && (dayDistance(due, locale) ?? 0) < 0
  return (
    <li className={classes.task}>
      <Tick
        late={late}
        blocked={!may(object, task, 'update')}
        task={{
          id: task.id,
          version: task.version,
          status: typeof task.status === 'string' ? task.status : null,
          name,
        }}
      />
      <Link
        to="/o/$object/$id"
        params={{ object: object.name, id: task.id }}
        className={classes.name ?? ''}
        title={name}
      >
        {name}
      </Link>
      {due !== undefined && (
        <time dateTime={due} className={classes.due} data-late={late || undefined}>
          {shortDate(wallTime(due, locale.timeZone), locale)}
        </time>
      )}
    </li>
  )
}
