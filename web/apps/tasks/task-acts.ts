import type { Task } from './task.ts'
import type { Place } from './task-menu.tsx'

/** What a row hands up. */
export interface TaskActs {
  readonly look: (task: Task) => void
  readonly select: (task: Task) => void
  readonly menu: (task: Task, place: Place) => void
  readonly finish: (task: Task) => void
  readonly tomorrow: (task: Task) => void
}
