import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { dayOfNow } from '#shared/fields/read-date.ts'
import { useLocale, useObject } from '#web/data/index.ts'
import { useMayWith } from '#web/data/use-may-with.ts'
import { showToast } from '#web/design/toast-store.ts'
import { usePhone } from '#web/design/use-phone.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { openComposer } from '#web/records/activity/open-composer.ts'
import { AssignDialog } from './assign-dialog.tsx'
import { DayDialog } from './day-dialog.tsx'
import { dayOfChoice } from './due-choices.ts'
import { doneKey, type Line, linesOf } from './lines.ts'
import { SectionHead } from './section-head.tsx'
import { SectionTitle } from './section-title.tsx'
import { byAbout, byDue, sectionNames } from './sections.ts'
import type { Task } from './task.ts'
import type { TaskActs } from './task-acts.ts'
import { TaskListView } from './task-list.tsx'
import { type Place, TaskMenu } from './task-menu.tsx'
import { TaskPanel } from './task-panel.tsx'
import { TasksBar } from './tasks-bar.tsx'
import classes from './tasks-page.module.css'
import { useTaskKeys } from './use-task-keys.ts'
import { type Show, type TaskList, useTaskList } from './use-task-list.ts'
import { useTaskWrites } from './use-task-writes.ts'

interface TasksInUseProps {
  readonly show: Show
  readonly search: string
  readonly grouped: boolean
  readonly open: TaskList
  readonly tasks: readonly Task[]
  /** Id of the task beside the list. */
  readonly peeked: string | undefined
  readonly onPeek: (id: string | undefined) => void
  readonly nothing: ReactNode
}

/** What is asked about some tasks: where they go, or to whom. */
interface Asked {
  readonly what: 'menu' | 'days' | 'calendar' | 'person'
  readonly tasks: readonly Task[]
  readonly place: Place
}

/** Tasks that are there, and what is done with them. */
export function TasksInUse(props: TasksInUseProps) {
  const { tasks, grouped, peeked, onPeek, open } = props
  const { t } = useMessages()
  const locale = useLocale()
  const navigate = useNavigate()
  const phone = usePhone()
  const writes = useTaskWrites()
  const object = useObject('task')
  const may = useMayWith()
  const isFixed = (task: Task) => !may(object, task.record, 'update')
  /** Does it where all of these are the person's to change, and says which one is not. */
  const change = (those: readonly Task[], act: () => void) => {
    const fixed = those.find(isFixed)
    if (fixed === undefined) act()
    else showToast(t('records.mayNotChange', { name: fixed.subject }), { tone: 'problem' })
  }
  const scroller = useRef<HTMLDivElement>(null)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set([doneKey]))
  const [current, setCurrent] = useState<string>()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState<Asked>()
  const [editing, setEditing] = useState(false)
  const done = useTaskList(props.show, 'done', props.search, !folded.has(doneKey))

  const today = dayOfNow(locale)
  const lines = useMemo(() => {
    const sections = grouped ? byAbout(tasks) : byDue(tasks, today, locale.timeZone)
    return linesOf([...sections, { key: doneKey, tasks: done.tasks ?? [] }], folded)
  }, [tasks, grouped, today, locale.timeZone, done.tasks, folded])
  const shown = useMemo(
    () => new Map([...tasks, ...(done.tasks ?? [])].map((task) => [task.id, task])),
    [tasks, done.tasks],
  )
  const picked = [...chosen].flatMap((id) => shown.get(id) ?? [])
  const selected = new Set(picked.map(({ id }) => id))
  const kept = picked.filter(isFixed).length
  const clear = () => setChosen(new Set())
  /** What is selected where the task is among it, else the task alone. */
  const along = (task: Task) => (picked.some(({ id }) => id === task.id) ? picked : [task])
  const toggle = (task: Task) =>
    setChosen((old) => {
      const next = new Set(old)
      if (!next.delete(task.id)) next.add(task.id)
      return next
    })
  const placeOf = (task: Task): Place => {
    const row = scroller.current?.querySelector(`[data-task="${task.id}"]`)?.getBoundingClientRect()
    return { x: row?.left ?? 200, y: row?.bottom ?? 200 }
  }
  const finish = (those: readonly Task[]) =>
    change(those, () => {
      writes.finish(those)
      clear()
    })
  const ask = (what: Asked['what'], those: readonly Task[], place: Place) =>
    change(those, () => setAsked({ what, tasks: those, place }))
  const openPage = (task: Task) =>
    void navigate({ to: '/o/$object/$id', params: { object: 'task', id: task.id } })
  const write = (task: Task) =>
    openComposer(task.about === undefined ? undefined : { ...task.about, title: '' })
  const keys = useTaskKeys({
    lines,
    scroller,
    current,
    onCurrent: (id) => {
      setCurrent(id)
      setEditing(false)
      if (peeked !== undefined) onPeek(id)
    },
    onOpen: openPage,
    onPeek: ({ id }) => onPeek(peeked === id ? undefined : id),
    onEdit: (task) =>
      change([task], () => {
        setEditing(true)
        onPeek(task.id)
      }),
    onSelect: toggle,
    onAll: () => setChosen(new Set(tasks.map(({ id }) => id))),
    onFinish: (task) => finish(along(task)),
    onReschedule: (task) => ask('days', along(task), placeOf(task)),
    onAssign: (task) => ask('person', along(task), placeOf(task)),
    onWrite: write,
    onBack: () => {
      if (selected.size > 0) clear()
      else if (peeked !== undefined) onPeek(undefined)
    },
  })
  const latest = useRef<TaskActs>(undefined)
  latest.current = {
    look: (task) => {
      setCurrent(task.id)
      setEditing(false)
      onPeek(task.id)
    },
    select: toggle,
    menu: (task, place) => setAsked({ what: 'menu', tasks: [task], place }),
    finish: (task) => finish([task]),
    tomorrow: (task) => writes.reschedule([task], dayOfChoice('tomorrow', locale)),
  }
  const acts = useMemo(
    (): TaskActs => ({
      look: (task) => latest.current?.look(task),
      select: (task) => latest.current?.select(task),
      menu: (task, place) => latest.current?.menu(task, place),
      finish: (task) => latest.current?.finish(task),
      tomorrow: (task) => latest.current?.tomorrow(task),
    }),
    [],
  )
  const fold = (key: string) =>
    setFolded((old) => {
      const next = new Set(old)
      if (!next.delete(key)) next.add(key)
      return next
    })
  const head = ({ section, open: unfolded }: Extract<Line, { kind: 'head' }>) => {
    const last =
      section.key === sectionNames.findLast((name) => lines.some((line) => line.key === `head ${name}`))
    const isDone = section.key === doneKey
    const about = grouped && !isDone ? section.tasks[0]?.about : undefined
    return (
      <SectionHead
        title={<SectionTitle section={section.key} grouped={grouped} about={about} />}
        count={isDone ? done.tasks?.length : section.tasks.filter((task) => !task.done).length}
        more={isDone ? done.more : last && open.more}
        late={!grouped && section.key === 'overdue'}
        open={unfolded}
        onToggle={() => fold(section.key)}
      />
    )
  }
  const first = asked?.tasks[0]
  const close = () => setAsked(undefined)
  return (
    <div className={classes.split}>
      <div className={classes.list}>
        {tasks.length === 0 && props.nothing}
        <TaskListView
          lines={lines}
          scroller={scroller}
          current={current}
          reveal={keys.reveal}
          selected={selected}
          acts={acts}
          isFixed={isFixed}
          head={head}
          onEnd={open.loadMore}
        />
        {selected.size > 0 && (
          <TasksBar
            count={selected.size}
            refusal={kept > 0 ? t('records.mayNotDo', { count: kept }) : undefined}
            onFinish={() => finish(picked)}
            onReschedule={(place) => setAsked({ what: 'days', tasks: picked, place })}
            onAssign={() => setAsked({ what: 'person', tasks: picked, place: { x: 0, y: 0 } })}
            onClear={clear}
          />
        )}
      </div>
      {!phone && peeked !== undefined && (
        <TaskPanel
          key={peeked}
          id={peeked}
          editing={editing}
          writes={writes}
          onClose={() => {
            onPeek(undefined)
            keys.focus(peeked)
          }}
        />
      )}
      {first !== undefined && asked !== undefined && (asked.what === 'menu' || asked.what === 'days') && (
        <TaskMenu
          title={t('tasks.openMenu', { name: first.subject })}
          place={asked.place}
          daysOnly={asked.what === 'days'}
          fixed={asked.tasks.some(isFixed)}
          onDay={(day) => {
            writes.reschedule(asked.tasks, day)
            close()
            clear()
          }}
          onPickDay={() => setAsked({ ...asked, what: 'calendar' })}
          onFinish={() => finish(asked.tasks)}
          onOpen={() => openPage(first)}
          onSelect={() => toggle(first)}
          onWrite={first.about === undefined ? undefined : () => write(first)}
          onAssign={() => setAsked({ ...asked, what: 'person' })}
          onClose={() => setAsked((now) => (now === asked ? undefined : now))}
        />
      )}
      {asked?.what === 'calendar' && (
        <DayDialog
          onClose={close}
          onDay={(day) => {
            writes.reschedule(asked.tasks, day)
            clear()
          }}
        />
      )}
      {asked?.what === 'person' && (
        <AssignDialog
          onClose={close}
          onAssign={(person) => {
            writes.assign(asked.tasks, person)
            clear()
          }}
        />
      )}
    </div>
  )
}
