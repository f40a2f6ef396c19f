import { IconCalendarEvent, IconCheck, IconUser, IconX } from '@tabler/icons-react'
import { Button } from '#web/design/button.tsx'
import { IconButton } from '#web/design/icon-button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { Place } from './task-menu.tsx'
import classes from './tasks-bar.module.css'

interface TasksBarProps {
  readonly count: number
  /** Why nothing can be done with what is selected. */
  readonly refusal: string | undefined
  readonly onFinish: () => void
  readonly onReschedule: (place: Place) => void
  readonly onAssign: () => void
  readonly onClear: () => void
}

/** What is done with all that is selected. */
export function TasksBar({ count, refusal, onFinish, onReschedule, onAssign, onClear }: TasksBarProps) {
  const { t } = useMessages()
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('records.selected', { count })}>
      <strong>{t('records.selected', { count })}</strong>
      <Button variant="subtle" icon={IconCheck} keyHint="D" disabledReason={refusal} onClick={onFinish}>
        {t('tasks.finish')}
      </Button>
      <Button
        variant="subtle"
        icon={IconCalendarEvent}
        keyHint="S"
        disabledReason={refusal}
        onClick={(event) => {
          const { left, top } = event.currentTarget.getBoundingClientRect()
          onReschedule({ x: left, y: top })
        }}
      >
        {t('tasks.reschedule')}
      </Button>
      <Button variant="subtle" icon={IconUser} keyHint="A" disabledReason={refusal} onClick={onAssign}>
        {t('tasks.assign')}
      </Button>
      <IconButton icon={IconX} label={t('records.clearSelection')} keyHint="Esc" onClick={onClear} />
    </div>
  )
}
