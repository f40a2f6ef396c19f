import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, type RefObject, useEffect } from 'react'
import { usePhone } from '#web/design/use-phone.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { Line } from './lines.ts'
import type { Task } from './task.ts'
import type { TaskActs } from './task-acts.ts'
import classes from './task-list.module.css'
import { TaskRow } from './task-row.tsx'
import { useAboutNames } from './use-about-names.ts'

interface TaskListProps {
  readonly lines: readonly Line[]
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly current: string | undefined
  /** Key of the line that the keys went to, to be brought into view. */
  readonly reveal: { readonly index: number } | undefined
  readonly selected: ReadonlySet<string>
  readonly acts: TaskActs
  /** Of tasks that are not this person's to change. */
  readonly isFixed: (task: Task) => boolean
  readonly head: (line: Extract<Line, { kind: 'head' }>) => ReactNode
  /** The last line is in view. */
  readonly onEnd: () => void
}

/** Tasks under the heads of their sections; only those in view are drawn. */
export function TaskListView(props: TaskListProps) {
  const { lines, scroller, current, reveal, selected, acts, isFixed, onEnd } = props
  const { t } = useMessages()
  const phone = usePhone()
  const row = phone ? 64 : 40
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'head' ? (phone ? 44 : 32) : row),
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 8,
  })
  const items = virtualizer.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= lines.length - 1) onEnd()
  })
  useEffect(() => {
    if (reveal !== undefined) virtualizer.scrollToIndex(reveal.index)
  }, [reveal, virtualizer])
  const shown = items.flatMap(({ index }) => {
    const line = lines[index]
    return line?.kind === 'task' && line.task.about !== undefined ? [line.task.about] : []
  })
  const names = useAboutNames(shown)
  return (
    <div ref={scroller} className={classes.scroller} data-scroll-restoration-id="tasks">
      <ul
        className={classes.list}
        aria-label={t('tasks.title')}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {items.map(({ index, key, start, size }) => {
          const line = lines[index]
          if (line === undefined) return null
          const place = { height: size, transform: `translateY(${start}px)` }
          return (
            <li key={key} className={classes.line} style={place}>
              {line.kind === 'head' ? (
                props.head(line)
              ) : (
                <TaskRow
                  task={line.task}
                  section={line.section}
                  aboutName={names.get(line.task.about?.id ?? '') ?? ''}
                  current={line.task.id === current}
                  selected={selected.has(line.task.id)}
                  selecting={selected.size > 0}
                  phone={phone}
                  fixed={isFixed(line.task)}
                  acts={acts}
                />
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
