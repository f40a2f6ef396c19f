import { IconCircle, IconCircleCheck } from '@tabler/icons-react'
import type { CSSProperties, KeyboardEvent } from 'react'
import { useLocale } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { placeOf, useCalendarActs } from './calendar-acts.ts'
import { type Entry, firstDayOf, lastDayOf } from './entry.ts'
import classes from './entry-button.module.css'
import { nudged, stretched } from './use-drag.ts'
import { clockOf, entryTime, longDay } from './words.ts'

interface EntryButtonProps {
  readonly entry: Entry
  /** A line of a month, or a box among hours. */
  readonly look: 'line' | 'box'
  readonly style: CSSProperties
  /** It is being drawn about. */
  readonly lifted: boolean
  readonly before?: boolean
  readonly after?: boolean
}

/** Milliseconds under which a box has room for one line. */
const shortest = 45 * 60_000

/** An entry: a click shows it; a mouse, a finger that rests on it, or Shift with arrows moves it. */
export function EntryButton({ entry, look, style, lifted, before, after }: EntryButtonProps) {
  const { t, language } = useMessages()
  const locale = useLocale()
  const acts = useCalendarActs()
  const { done, end, allDay } = entry
  const movable = acts.mayMove(entry)
  const stretchable = end?.writable === true && movable
  const bar = allDay || firstDayOf(entry) !== lastDayOf(entry)
  const short = look === 'box' && entry.to - entry.from < shortest
  const time = entryTime(entry, locale)
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const days = { ArrowLeft: -1, ArrowRight: 1 }[event.key] ?? 0
    const rows = { ArrowUp: -1, ArrowDown: 1 }[event.key] ?? 0
    if (days === 0 && rows === 0) {
      if (event.key === 'Escape') event.currentTarget.closest<HTMLElement>('[data-cell]')?.focus()
      return
    }
    event.preventDefault()
    event.stopPropagation()
    if (event.altKey && stretchable) acts.resize(entry, stretched(entry, days + rows > 0 ? 1 : -1))
    else if (event.shiftKey && movable)
      acts.move(entry, look === 'line' ? nudged(entry, days + rows * 7, 0) : nudged(entry, days, rows * 15))
    else if (rows !== 0) {
      const all = [
        ...(event.currentTarget.closest('[data-cell]')?.querySelectorAll<HTMLElement>('[data-entry]') ?? []),
      ]
      const next = all[all.indexOf(event.currentTarget) + rows]
      ;(next ?? event.currentTarget.closest<HTMLElement>('[data-cell]'))?.focus()
    }
  }
  const Mark = done === true ? IconCircleCheck : IconCircle
  return (
    <button
      type="button"
      className={classes.entry}
      style={{ ...style, '--ground': `var(--tag-${entry.color})`, '--ink': `var(--tag-${entry.color}-ink)` }}
      data-entry={entry.key}
      data-look={look}
      data-bar={bar || undefined}
      data-short={short || undefined}
      data-done={done || undefined}
      data-lifted={lifted || undefined}
      data-movable={movable || undefined}
      data-before={before || undefined}
      data-after={after || undefined}
      tabIndex={-1}
      aria-haspopup="dialog"
      onPointerDown={(event) => movable && acts.grab(event, 'move', entry)}
      onContextMenu={(event) => event.preventDefault()}
      onClick={(event) => {
        event.stopPropagation()
        if (!acts.swallowsClick()) acts.show(entry, placeOf(event.currentTarget))
      }}
      onKeyDown={onKeyDown}
    >
      <span className={classes.spoken}>
        {t('calendar.entry', {
          title: entry.title,
          when: `${longDay(firstDayOf(entry), language)} ${time}`,
        })}
      </span>
      {done !== undefined && <Mark aria-hidden />}
      {!bar && look === 'line' && (
        <span className={classes.time} aria-hidden>
          {clockOf(entry.from)}
        </span>
      )}
      <span className={classes.title} dir="auto" aria-hidden>
        {entry.title}
      </span>
      {look === 'box' && !bar && !short && (
        <span className={classes.time} aria-hidden>
          {time}
        </span>
      )}
      {stretchable && after !== true && (look === 'box' || bar) && (
        <span
          className={classes.edge}
          data-edge
          aria-hidden
          onPointerDown={(event) => acts.grab(event, 'resize', entry)}
        />
      )}
    </button>
  )
}
