import { Link } from '@tanstack/react-router'
import { useCatalogue, useLocale, useRecordList } from '#web/data/index.ts'
import { useMayWith } from '#web/data/use-may-with.ts'
import { Skeleton } from '#web/design/skeleton.tsx'
import { titleOf } from '#web/fields/index.ts'
import { shortDate } from '#web/fields/short-date.ts'
import { wallTime } from '#web/fields/wall-time.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { Tick } from '#web/records/activity/tick.tsx'
import { dayDistance } from '#web/records/record/day-distance.ts'
import classes from './block.module.css'
import { BlockProblem } from './block-problem.tsx'

const most = 8
const mine = 'assignee = me() and status in ("open", "inProgress")'

/** The person's next tasks, late ones first; ticked in place. */
export function TasksBlock() {
  const { t } = useMessages()
  const locale = useLocale()
  const object = useCatalogue().find('task')
  const may = useMayWith()
  const { data, error, refetch } = useRecordList(
    'task',
    { filter: mine, sort: 'dueAt', limit: most, count: 'estimate' },
    object !== undefined,
  )
  if (error !== null) return <BlockProblem error={error} onRetry={() => void refetch()} />
  const [page] = data?.pages ?? []
  if (page === undefined) return <Skeleton height={160} />
  if (page.data.length === 0) return <p className={classes.none}>{t('home.noTasks')}</p>
  const count = page.count ?? page.data.length
  return (
    <>
      <ul className={classes.lines}>
        {page.data.map((task) => {
          const name = titleOf(object, task)
          const due = typeof task.dueAt === 'string' ? task.dueAt : undefined
          const late = due !== undefined && (dayDistance(due, locale) ?? 0) < 0
          const status = typeof task.status === 'string' ? task.status : null
          return (
            <li key={task.id} className={classes.task}>
              <Tick
                late={late}
                blocked={object === undefined || !may(object, task, 'update')}
                task={{ id: task.id, version: task.version, status, name }}
              />
              <Link
                to="/o/$object/$id"
                params={{ object: 'task', id: task.id }}
                className={classes.title ?? ''}
                title={name}
                dir="auto"
              >
                {name}
              </Link>
              {due !== undefined && (
                <time dateTime={due} className={classes.quiet} data-late={late || undefined}>
                  {shortDate(wallTime(due, locale.timeZone), locale)}
                </time>
              )}
            </li>
          )
        })}
      </ul>
      {count > most && (
        <Link to="/tasks" className={classes.all ?? ''}>
          {t('home.all', { count })}
        </Link>
      )}
    </>
  )
}
