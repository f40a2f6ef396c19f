import { IconCheck } from '@tabler/icons-react'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './tick.module.css'
import { isDone, type Tickable, useTick } from './use-tick.ts'

/** The box of a task: one touch finishes it, another one opens it again. */
export function Tick({ task, late = false }: { task: Tickable; late?: boolean }) {
  const { t } = useMessages()
  const tick = useTick()
  const done = isDone(task.status)
  return (
    // biome-ignore lint/a11y/useSemanticElements: drawn as a ring; a checkbox of the browser cannot be
    <button
      type="button"
      role="checkbox"
      aria-checked={done}
      aria-label={t(done ? 'activity.untick' : 'activity.tick', { name: task.name })}
      className={classes.tick}
      data-late={(late && !done) || undefined}
      onClick={() => tick(task)}
    >
      <span className={classes.ring}>{done && <IconCheck aria-hidden />}</span>
    </button>
  )
}
