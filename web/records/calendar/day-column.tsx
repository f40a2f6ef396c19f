// biome-ignore-all lint/a11y/useKeyWithClickEvents: the calendar around takes the keys of all its cells
// biome-ignore-all lint/a11y/useSemanticElements: a cell among hours cannot be that of a table
import { dayLength } from '#shared/fields/calendar.ts'
import { useSettings } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { placeOf, useCalendarActs } from './calendar-acts.ts'
import { type Entry, firstDayOf, lastDayOf } from './entry.ts'
import { EntryButton } from './entry-button.tsx'
import { layOutDay } from './lay-out-day.ts'
import type { Drag } from './use-drag.ts'
import classes from './week-grid.module.css'
import { clockOf, isWorkday, longDay } from './words.ts'

interface DayColumnProps {
  readonly day: number
  readonly entries: readonly Entry[]
  readonly current: boolean
  /** Local milliseconds, on the day of today. */
  readonly now: number | undefined
  /** The only day: more stand side by side. */
  readonly wide: boolean
  readonly drag: Drag | undefined
}

const percent = (minutes: number): string => `${(minutes / 1440) * 100}%`
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** The hours of a day. */
export function DayColumn({ day, entries, current, now, wide, drag }: DayColumnProps) {
  const { t, language } = useMessages()
  const { calendar } = useSettings()
  const acts = useCalendarActs()
  const { blocks, crowds } = layOutDay(entries, day, wide ? 6 : 4)
  const works = isWorkday(day, calendar)
  const [opens, closes] = [minutesOf(calendar.opens), minutesOf(calendar.closes)]
  const drawn =
    drag?.kind === 'create' && !drag.allDay && firstDayOf(drag) <= day && lastDayOf(drag) >= day
      ? drag
      : undefined
  return (
    <div
      role="gridcell"
      className={classes.column}
      data-cell
      data-day={day}
      data-hours
      tabIndex={current ? 0 : -1}
      aria-selected={current}
      style={
        works
          ? {
              backgroundImage: `linear-gradient(var(--bg) ${percent(opens)}, transparent ${percent(opens)} ${percent(closes)}, var(--bg) ${percent(closes)})`,
            }
          : { background: 'var(--bg)' }
      }
      onPointerDown={(event) => acts.grab(event, 'create', undefined)}
      onClick={() => {
        if (!acts.swallowsClick()) acts.go(day)
      }}
      onDoubleClick={(event) => {
        const { top, height } = event.currentTarget.getBoundingClientRect()
        const half = Math.floor(((event.clientY - top) / height) * 48)
        const from = day * dayLength + half * 30 * 60_000
        acts.create({ from, to: from + 60 * 60_000, allDay: false }, { x: event.clientX, y: event.clientY })
      }}
    >
      <span className={classes.spoken}>
        {t('calendar.dayWith', { day: longDay(day, language), count: entries.length })}
      </span>
      <span className={classes.lines} aria-hidden />
      {blocks.map(({ entry, top, minutes, column, columns }) => (
        <EntryButton
          key={entry.key}
          entry={entry}
          look="box"
          lifted={drag?.entry?.key === entry.key}
          style={{
            top: percent(top),
            height: percent(minutes),
            left: `${(column / columns) * 100}%`,
            width: `calc(${100 / columns}% - 2px)`,
          }}
        />
      ))}
      {crowds.map(({ top, column, columns, entries: those }) => (
        <button
          key={`${top} ${column}`}
          type="button"
          className={classes.crowd}
          style={{
            top: percent(top),
            left: `${(column / columns) * 100}%`,
            width: `calc(${100 / columns}% - 2px)`,
          }}
          data-entry={`more ${top}`}
          tabIndex={-1}
          aria-label={t('calendar.moreOn', { day: longDay(day, language), count: those.length })}
          onPointerDown={(event) => event.stopPropagation()}
          onClick={(event) => {
            event.stopPropagation()
            acts.showDay(day, placeOf(event.currentTarget))
          }}
        >
          {`+${those.length.toLocaleString(language)}`}
        </button>
      ))}
      {drawn && (
        <span
          className={classes.drawn}
          style={{
            top: percent((drawn.from - day * dayLength) / 60_000),
            height: percent((drawn.to - drawn.from) / 60_000),
          }}
        >
          {`${clockOf(drawn.from)}–${clockOf(drawn.to)}`}
        </span>
      )}
      {now !== undefined && (
        <span
          className={classes.now}
          style={{ top: percent((now - day * dayLength) / 60_000) }}
          aria-hidden
        />
      )}
    </div>
  )
}
