import { IconCheck } from '@tabler/icons-react'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './tick.module.css'
import { isDone, type Tickable, useTick } from './use-tick.ts'

interface TickProps {
  readonly task: Tickable
  readonly late?: boolean
  /** It is not this person's to tick. */
  readonly blocked?: boolean
}

/** The box of a task: one touch finishes it, another one opens it again. */
export function Tick({ task, late = false, blocked = false }: TickProps) {
  const { t } = useMessages()
  const tick = useTick()
  const done = isDone(task.status)
  const reason = blocked ? t('records.mayNotChange', { name: task.name }) : undefined
  return (
    // biome-ignore lint/a11y/useSemanticElements: drawn as a ring; a checkbox of the browser cannot be
    <button
      type="button"
      role="checkbox"
      aria-checked={done}
      aria-disabled={blocked || undefined}
      title={reason}
      aria-label={t(done ? 'activity.untick' : 'activity.tick', { name: task.name })}
      className={classes.tick}
      data-late={(late && !done) || undefined}
      onClick={() => {
        if (reason === undefined) tick(task)
        else showToast(reason, { tone: 'problem' })
      }}
    >
      <span className={classes.ring}>{done && <IconCheck aria-hidden />}</span>
    </button>
  )
}
