// biome-ignore-all lint/a11y/useKeyWithClickEvents: the calendar around takes the keys of all its cells
// biome-ignore-all lint/a11y/useSemanticElements: a table of days cannot be drawn with the elements of one
// biome-ignore-all lint/a11y/useFocusableInteractive: the cells take the focus; rows and heads do not
import { fromDay } from '#shared/fields/calendar.ts'
import { useSettings } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { placeOf, useCalendarActs } from './calendar-acts.ts'
import { DayNumber } from './day-number.tsx'
import { type Entry, firstDayOf, lastDayOf } from './entry.ts'
import { EntryButton } from './entry-button.tsx'
import { layOutWeek } from './lay-out-week.ts'
import classes from './month-grid.module.css'
import type { Drag } from './use-drag.ts'
import { useRoom } from './use-room.ts'
import { isWorkday, longDay, weekdayName } from './words.ts'

interface MonthGridProps {
  readonly weeks: readonly (readonly number[])[]
  readonly entries: readonly Entry[]
  /** Where the keys stand. */
  readonly day: number
  readonly today: number
  readonly drag: Drag | undefined
  /** Dots instead of lines: the entries stand in a list beneath. */
  readonly small: boolean
}

const lane = 24
const headHeight = 28

/** Weeks under each other, with what lies in them. */
export function MonthGrid({ weeks, entries, day, today, drag, small }: MonthGridProps) {
  const { t, language } = useMessages()
  const { calendar } = useSettings()
  const acts = useCalendarActs()
  const [grid, room] = useRoom(weeks.length, headHeight + 2, lane)
  const shownMonth = fromDay(day).month
  const countOn = (one: number) =>
    entries.filter((entry) => firstDayOf(entry) <= one && lastDayOf(entry) >= one)
  return (
    <div
      className={classes.month}
      role="grid"
      aria-label={t('calendar.title')}
      data-small={small || undefined}
    >
      <div className={classes.names} role="row">
        {weeks[0]?.map((one) => (
          <span
            key={one}
            role="columnheader"
            data-rest={!calendar.workdays.includes(((one + 3) % 7) + 1) || undefined}
          >
            {weekdayName(one, language, small)}
          </span>
        ))}
      </div>
      <div ref={grid} className={classes.weeks} role="rowgroup">
        {weeks.map((days) => {
          const { bars, hidden } = layOutWeek(entries, days, room)
          return (
            <div key={days[0]} className={classes.week} role="row">
              {days.map((one, at) => {
                const those = countOn(one)
                const drawn =
                  drag !== undefined &&
                  (small || drag.kind === 'create') &&
                  drag.from < (one + 1) * 86_400_000 &&
                  drag.to > one * 86_400_000
                return (
                  <div
                    key={one}
                    role="gridcell"
                    className={classes.cell}
                    data-cell
                    data-day={one}
                    data-rest={!isWorkday(one, calendar) || undefined}
                    data-other={fromDay(one).month !== shownMonth || undefined}
                    data-current={one === day || undefined}
                    data-drawn={drawn || undefined}
                    tabIndex={one === day ? 0 : -1}
                    aria-current={one === today ? 'date' : undefined}
                    aria-selected={one === day}
                    onPointerDown={(event) => {
                      if (!small) acts.grab(event, 'create', undefined)
                    }}
                    onClick={() => {
                      if (!acts.swallowsClick()) acts.go(one)
                    }}
                    onDoubleClick={(event) => {
                      const slot = { from: one * 86_400_000, to: (one + 1) * 86_400_000, allDay: true }
                      if (!small) acts.create(slot, { x: event.clientX, y: event.clientY })
                    }}
                  >
                    <span className={classes.spoken}>
                      {t('calendar.dayWith', { day: longDay(one, language), count: those.length })}
                    </span>
                    <span className={classes.head} aria-hidden>
                      <DayNumber day={one} today={one === today} />
                    </span>
                    {small ? (
                      <span className={classes.dots} aria-hidden>
                        {those.slice(0, 3).map((entry) => (
                          <i key={entry.key} style={{ background: `var(--tag-${entry.color}-ink)` }} />
                        ))}
                      </span>
                    ) : (
                      <>
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
                                top: headHeight + bar.lane * lane,
                                left: bar.before ? 0 : 2,
                                width: `calc(${bar.days * 100}% - ${bar.after ? 2 : 5}px)`,
                              }}
                            />
                          ))}
                        {(hidden[at] ?? 0) > 0 && (
                          <button
                            type="button"
                            className={classes.more}
                            style={{ top: headHeight + (room - 1) * lane }}
                            tabIndex={-1}
                            data-entry={`more ${one}`}
                            aria-label={t('calendar.moreOn', {
                              day: longDay(one, language),
                              count: hidden[at] ?? 0,
                            })}
                            onPointerDown={(event) => event.stopPropagation()}
                            onClick={(event) => {
                              event.stopPropagation()
                              acts.showDay(one, placeOf(event.currentTarget))
                            }}
                          >
                            {t('calendar.more', { count: hidden[at] ?? 0 })}
                          </button>
                        )}
                      </>
                    )}
                  </div>
                )
              })}
            </div>
          )
        })}
      </div>
    </div>
  )
}
