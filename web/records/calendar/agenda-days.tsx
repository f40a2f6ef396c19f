import { dayOfNow } from '#shared/fields/read-date.ts'
import { useLocale } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { Agenda } from './agenda.tsx'
import { useCalendarActs } from './calendar-acts.ts'
import classes from './calendar-view.module.css'
import { type Entry, firstDayOf, lastDayOf } from './entry.ts'
import { longDay } from './words.ts'

interface AgendaDaysProps {
  readonly days: readonly number[]
  readonly entries: readonly Entry[]
  /** Where reading begins; it is told even if nothing is on. */
  readonly day: number
  readonly lifted: Entry | undefined
}

/** On a phone: what is on, day after day, from the chosen one to the last that is shown. */
export function AgendaDays({ days, entries, day, lifted }: AgendaDaysProps) {
  const { t, language } = useMessages()
  const today = dayOfNow(useLocale())
  const acts = useCalendarActs()
  const on = (one: number) => entries.filter((entry) => firstDayOf(entry) <= one && lastDayOf(entry) >= one)
  const near: Readonly<Record<number, string>> = {
    [today]: t('tasks.today'),
    [today + 1]: t('tasks.tomorrow'),
  }
  return days
    .filter((one) => one === day || (one > day && on(one).length > 0))
    .map((one) => (
      <section key={one} className={classes.list} aria-label={longDay(one, language)}>
        <h3 className={classes.listHead}>
          {near[one] !== undefined && <span>{near[one]}</span>}
          {longDay(one, language)}
        </h3>
        {on(one).length === 0 ? (
          <p className={classes.nothing}>{t('calendar.nothing')}</p>
        ) : (
          <Agenda entries={on(one)} onShow={acts.show} lifted={lifted} />
        )}
      </section>
    ))
}
