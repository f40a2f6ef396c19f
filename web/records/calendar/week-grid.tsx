// biome-ignore-all lint/a11y/useSemanticElements: a table of days cannot be drawn with the elements of one
// biome-ignore-all lint/a11y/useFocusableInteractive: the cells take the focus; rows and heads do not
import { type RefObject, useEffect } from 'react'
import { dayLength } from '#shared/fields/calendar.ts'
import { useSettings } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { placeOf, useCalendarActs } from './calendar-acts.ts'
import { DayColumn } from './day-column.tsx'
import { DayNumber } from './day-number.tsx'
import { type Entry, firstDayOf, lastDayOf } from './entry.ts'
import { EntryButton } from './entry-button.tsx'
import { layOutWeek } from './lay-out-week.ts'
import type { Drag } from './use-drag.ts'
import { useNow } from './use-now.ts'
import classes from './week-grid.module.css'
import { isWorkday, longDay, weekdayName } from './words.ts'

interface WeekGridProps {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly days: readonly number[]
  readonly entries: readonly Entry[]
  readonly day: number
  readonly today: number
  readonly drag: Drag | undefined
}

const hours = Array.from({ length: 23 }, (_, index) => index + 1)
const lane = 24
const lanes = 4
const hourHeight = 48

/** Days side by side: what lasts for days on top, the hours beneath. */
export function WeekGrid({ scroller, days, entries, day, today, drag }: WeekGridProps) {
  const { t, language } = useMessages()
  const { calendar } = useSettings()
  const acts = useCalendarActs()
  const now = useNow()
  const opens = Number(calendar.opens.slice(0, 2))
  useEffect(() => {
    // Who comes back finds the hours that were in view.
    if (scroller.current?.scrollTop === 0) scroller.current.scrollTop = Math.max(0, opens - 1.5) * hourHeight
  }, [opens, scroller])
  const lasting = entries.filter((entry) => entry.allDay)
  const timed = entries.filter((entry) => !entry.allDay)
  const { bars, hidden, lanes: used } = layOutWeek(lasting, days, lanes)
  const rows = hidden.some((count) => count > 0) ? lanes : used
  const columns = { gridTemplateColumns: `52px repeat(${days.length}, minmax(0, 1fr))` }
  return (
    <div ref={scroller} className={classes.week}>
      <div role="grid" aria-label={t('calendar.title')}>
        <div className={classes.top}>
          <div className={classes.names} style={columns} role="row">
            <span role="columnheader" aria-label={t('calendar.allDay')} />
            {days.map((one) => (
              <span
                key={one}
                role="columnheader"
                className={classes.name}
                aria-label={longDay(one, language)}
              >
                {weekdayName(one, language, false)}
                <DayNumber day={one} today={one === today} />
              </span>
            ))}
          </div>
          <div
            className={classes.lasting}
            style={{ ...columns, minHeight: Math.max(1, rows) * lane + 6 }}
            role="row"
          >
            <span className={classes.allDay} role="rowheader">
              {t('calendar.allDay')}
            </span>
            {days.map((one, at) => (
              <div
                key={one}
                role="gridcell"
                className={classes.cell}
                data-cell
                data-day={one}
                data-rest={!isWorkday(one, calendar) || undefined}
                onPointerDown={(event) => acts.grab(event, 'create', undefined)}
                onDoubleClick={(event) =>
                  acts.create(
                    { from: one * dayLength, to: (one + 1) * dayLength, allDay: true },
                    { x: event.clientX, y: event.clientY },
                  )
                }
              >
                <span className={classes.spoken}>{`${longDay(one, language)} ${t('calendar.allDay')}`}</span>
                {bars
                  .filter((bar) => bar.at === at)
                  .map((bar) => (
                    <EntryButton
                      key={bar.entry.key}
                      entry={bar.entry}
                      look="line"
                      lifted={drag?.entry?.key === bar.entry.key}
                      before={bar.before}
                      after={bar.after}
                      style={{
                        top: 2 + bar.lane * lane,
                        left: bar.before ? 0 : 2,
                        width: `calc(${bar.days * 100}% - ${bar.after ? 2 : 5}px)`,
                      }}
                    />
                  ))}
                {(hidden[at] ?? 0) > 0 && (
                  <button
                    type="button"
                    className={classes.more}
                    style={{ top: 2 + (lanes - 1) * lane }}
                    aria-label={t('calendar.moreOn', { day: longDay(one, language), count: hidden[at] ?? 0 })}
                    onPointerDown={(event) => event.stopPropagation()}
                    onClick={(event) => acts.showDay(one, placeOf(event.currentTarget))}
                  >
                    {t('calendar.more', { count: hidden[at] ?? 0 })}
                  </button>
                )}
              </div>
            ))}
          </div>
        </div>
        <div className={classes.hours} style={columns} role="row">
          <span className={classes.clock} role="rowheader" aria-label={t('calendar.starts')}>
            {hours.map((hour) => (
              <span key={hour} style={{ top: hour * hourHeight - 8 }}>
                {`${String(hour).padStart(2, '0')}:00`}
              </span>
            ))}
          </span>
          {days.map((one) => (
            <DayColumn
              key={one}
              day={one}
              entries={timed.filter((entry) => firstDayOf(entry) <= one && lastDayOf(entry) >= one)}
              current={one === day}
              now={one === today ? now : undefined}
              wide={days.length === 1}
              drag={drag}
            />
          ))}
        </div>
      </div>
    </div>
  )
}
