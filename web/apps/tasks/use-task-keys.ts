import { type RefObject, useState } from 'react'
import { useKeys } from '#web/design/use-keys.ts'
import type { Line } from './lines.ts'
import type { Task } from './task.ts'

interface TaskKeys {
  readonly lines: readonly Line[]
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly current: string | undefined
  readonly onCurrent: (id: string) => void
  readonly onOpen: (task: Task) => void
  readonly onEdit: (task: Task) => void
  readonly onPeek: (task: Task) => void
  readonly onSelect: (task: Task) => void
  readonly onAll: () => void
  readonly onFinish: (task: Task) => void
  readonly onReschedule: (task: Task) => void
  readonly onAssign: (task: Task) => void
  readonly onWrite: (task: Task) => void
  readonly onBack: () => void
}

/** The keys of the list of tasks; they act on the task where they stand. */
export function useTaskKeys(keys: TaskKeys) {
  const { lines, scroller, current } = keys
  const [reveal, setReveal] = useState<{ readonly index: number }>()
  const at = lines.findIndex((line) => line.kind === 'task' && line.task.id === current)
  const standing = lines[at]
  const task = standing?.kind === 'task' ? standing.task : undefined
  const focus = (id: string) =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        scroller.current?.querySelector<HTMLElement>(`[data-task="${id}"]`)?.focus({ preventScroll: true }),
      ),
    )
  const move = (by: 1 | -1) => {
    let index = at < 0 ? (by > 0 ? 0 : lines.length - 1) : at + by
    while (lines[index]?.kind === 'head') index += by
    const line = lines[index]
    if (line?.kind !== 'task') return
    keys.onCurrent(line.task.id)
    setReveal({ index })
    focus(line.task.id)
  }
  const on = (act: (task: Task) => void) => () => {
    if (task !== undefined) act(task)
  }
  const down = () => move(1)
  const up = () => move(-1)
  useKeys({
    j: down,
    k: up,
    ArrowDown: down,
    ArrowUp: up,
    ' ': on(keys.onPeek),
    x: on(keys.onSelect),
    'mod+a': (event) => {
      event.preventDefault()
      keys.onAll()
    },
    Enter: on(keys.onOpen),
    e: on(keys.onEdit),
    d: on(keys.onFinish),
    s: on(keys.onReschedule),
    a: on(keys.onAssign),
    n: on(keys.onWrite),
    Escape: keys.onBack,
  })
  return { reveal, task, focus }
}
