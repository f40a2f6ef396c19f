import { fromDay } from '#shared/fields/calendar.ts'
import { useSettings } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './day-number.module.css'
import { dayMark } from './words.ts'

/** The number of a day, today's filled, with 休 or 班 where it differs from the week. */
export function DayNumber({ day, today }: { day: number; today: boolean }) {
  const { t } = useMessages()
  const mark = dayMark(day, useSettings().calendar)
  return (
    <span className={classes.day}>
      <span className={classes.number} data-today={today || undefined}>
        {fromDay(day).day}
      </span>
      {mark !== undefined && (
        <span
          className={classes.mark}
          data-works={mark.works || undefined}
          title={t(mark.works ? 'calendar.workNamed' : 'calendar.restNamed', { name: mark.name })}
        >
          {t(mark.works ? 'calendar.work' : 'calendar.rest')}
        </span>
      )}
      {mark !== undefined && !mark.works && <span className={classes.name}>{mark.name}</span>}
    </span>
  )
}
