import { IconX } from '@tabler/icons-react'
import type { WorkingCalendar } from '#shared/metadata/settings.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { StatusDot } from '#web/design/status-dot.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { dateWithWeekday } from './calendar-names.ts'
import classes from './calendar-page.module.css'

interface ExceptionListProps {
  /** Dates of one year. */
  readonly exceptions: WorkingCalendar['exceptions']
  /** Takes `YYYY-MM-DD`. */
  readonly onRemove: (date: string) => void
}

/** Holidays and working weekends of a year, one line each. */
export function ExceptionList({ exceptions, onRemove }: ExceptionListProps) {
  const { t, language } = useMessages()
  return (
    <ul className={classes.list}>
      {exceptions.map(({ date, works, name }) => {
        // The year stands above the list.
        const shownDate = dateWithWeekday(date, language, Number(date.slice(0, 4)))
        return (
          <li key={date} className={classes.exception}>
            <span>{shownDate}</span>
            <StatusDot color={works ? 'blue' : 'grey'}>
              {t(works ? 'settings.works' : 'settings.rests')}
            </StatusDot>
            <span className={classes.name}>{name}</span>
            <IconButton
              icon={IconX}
              size="sm"
              label={t('settings.removeException', { date: shownDate })}
              onClick={() => onRemove(date)}
            />
          </li>
        )
      })}
    </ul>
  )
}
