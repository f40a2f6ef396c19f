import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import { dayLength } from '#shared/fields/calendar.ts'
import { dayOfNow } from '#shared/fields/read-date.ts'
import { ApiError, useLocale, useSettings } from '#web/data/index.ts'
import { useMayWith } from '#web/data/use-may-with.ts'
import { ErrorState } from '#web/design/error-state.tsx'
import { useKeys } from '#web/design/use-keys.ts'
import { usePhone } from '#web/design/use-phone.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { ViewAddress } from '../views/view-address.ts'
import { useLeftPlace } from '../way-back/use-left-place.ts'
import { useScrollBack } from '../way-back/use-scroll-back.ts'
import { Agenda } from './agenda.tsx'
import { AgendaDays } from './agenda-days.tsx'
import { type CalendarActs, CalendarActsContext, type Place, placeOf } from './calendar-acts.ts'
import { CalendarBar } from './calendar-bar.tsx'
import classes from './calendar-view.module.css'
import { type Creatable, CreateCard } from './create-card.tsx'
import { type CalendarSource, type Entry, firstDayOf, lastDayOf, type Slot, shiftedTo } from './entry.ts'
import { EntryCard } from './entry-card.tsx'
import { FloatingCard } from './floating-card.tsx'
import { MonthGrid } from './month-grid.tsx'
import { monthWeeks, type Span, spanDays, stepped } from './range.ts'
import { useDrag } from './use-drag.ts'
import { mostEntries, useEntries } from './use-entries.ts'
import { useEntryWrites } from './use-entry-writes.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { WeekGrid } from './week-grid.tsx'
import { firstWeekday, longDay, spanTitle } from './words.ts'

interface CalendarViewProps {
  /** The same array for as long as they are the same. */
  readonly sources: readonly CalendarSource[]
  readonly creatable: readonly Creatable[]
  readonly span: Span
  readonly onSpan: (span: Span) => void
  /** Where the keys stand (see shared/fields/calendar.ts). */
  readonly day: number
  readonly onDay: (day: number) => void
  readonly beside?: ReactNode
  /** Of the list that the calendar shows: the way back from a record. */
  readonly address?: ViewAddress
}

/** What stands open above the calendar. */
type Opened =
  | { readonly what: 'entry'; readonly entry: Entry; readonly place: Place }
  | { readonly what: 'day'; readonly day: number; readonly place: Place }
  | { readonly what: 'create'; readonly slot: Slot; readonly place: Place }

/** Entries in months, weeks or days: looked at, moved, made by hand and by keys. */
export function CalendarView(props: CalendarViewProps) {
  const { sources, creatable, day, onDay, onSpan } = props
  const { t, language } = useMessages()
  const locale = useLocale()
  const { calendar } = useSettings()
  const phone = usePhone()
  const root = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState<Opened>()
  const left = useLeftPlace(() => ({
    scroll: scroller.current?.scrollTop,
    entry:
      opened?.what === 'entry'
        ? opened.entry.key
        : document.activeElement?.closest<HTMLElement>('[data-entry]')?.dataset.entry,
  }))
  const span: Span = phone
    ? props.span === 'month'
      ? 'month'
      : 'day'
    : props.span === 'day'
      ? 'week'
      : props.span
  const first = firstWeekday(language)
  const today = dayOfNow(locale)
  const days = spanDays(span, day, first)
  const answer = useEntries(sources, [days[0] ?? day, days.at(-1) ?? day])
  const writes = useEntryWrites()
  const may = useMayWith()
  const { drag, grab, swallowsClick } = useDrag({
    onDrop: ({ kind, entry, ...slot }, place) => {
      if (kind === 'create') setOpened({ what: 'create', slot, place })
      else if (entry !== undefined && kind === 'move') writes.move(entry, slot)
      else if (entry !== undefined) writes.resize(entry, slot)
    },
  })
  const entries = useMemo(
    () =>
      drag?.entry === undefined
        ? answer.entries
        : answer.entries.map((one) => (one.key === drag.entry?.key ? shiftedTo(one, drag) : one)),
    [answer.entries, drag],
  )
  const keepFocus = useKeptFocus(root, entries, left.entry)
  useScrollBack(scroller, left.scroll, answer.pending)
  const on = (one: number) => entries.filter((entry) => firstDayOf(entry) <= one && lastDayOf(entry) >= one)

  const focusCell = (to: number) =>
    requestAnimationFrame(() =>
      root.current?.querySelector<HTMLElement>(`[data-cell][data-day="${to}"][tabindex="0"]`)?.focus(),
    )
  const go = (to: number) => {
    onDay(to)
    focusCell(to)
  }
  const make = (place: Place, to = day) => {
    const opens = (Number(calendar.opens.slice(0, 2)) * 60 + Number(calendar.opens.slice(3, 5))) * 60_000
    const from = to * dayLength + opens
    const slot =
      span === 'month'
        ? { from: to * dayLength, to: (to + 1) * dayLength, allDay: true }
        : { from, to: from + 3_600_000, allDay: false }
    setOpened({ what: 'create', slot, place })
  }
  const cellPlace = (): Place => {
    const cell = root.current?.querySelector(`[data-cell][data-day="${day}"]`)
    const box = cell?.getBoundingClientRect()
    return box === undefined
      ? { x: 200, y: 200 }
      : { x: box.left + 12, y: Math.min(box.top + 40, box.bottom) }
  }
  const step = (by: 1 | -1) => onDay(stepped(span, day, by))
  const rowStep = span === 'month' ? 7 : 0
  const arrows: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -rowStep,
    ArrowDown: rowStep,
  }
  const travel = (key: string) => {
    const by = arrows[key]
    if (by !== undefined && by !== 0) go(day + by)
    else if (by === 0) enter()
  }
  const enter = () => {
    const cell = root.current?.querySelector(`[data-cell][data-day="${day}"][tabindex="0"]`)
    const entry = cell?.querySelector<HTMLElement>('[data-entry]')
    if (entry) entry.focus()
    else if (on(day).length > 0) setOpened({ what: 'day', day, place: cellPlace() })
    else make(cellPlace())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = event.target instanceof HTMLElement && 'cell' in event.target.dataset
    if (!cell || event.altKey || event.metaKey || event.ctrlKey) return
    if (event.key === 'Enter') enter()
    else if (event.key === 'PageUp' || event.key === 'PageDown') step(event.key === 'PageUp' ? -1 : 1)
    else if (event.key in arrows) travel(event.key)
    else return
    event.preventDefault()
  }
  useKeys({
    ArrowLeft: () => travel('ArrowLeft'),
    ArrowRight: () => travel('ArrowRight'),
    ArrowUp: () => travel('ArrowUp'),
    ArrowDown: () => travel('ArrowDown'),
    t: () => go(today),
    m: () => onSpan('month'),
    w: () => onSpan('week'),
    n: () => make(cellPlace()),
    c: () => make(cellPlace()),
  })
  const acts: CalendarActs = {
    grab,
    mayMove: ({ source, start, record }) => start.writable && may(source, record, 'update'),
    swallowsClick,
    show: (entry, place) => setOpened({ what: 'entry', entry, place }),
    showDay: (one, place) => setOpened({ what: 'day', day: one, place }),
    create: (slot, place) => setOpened({ what: 'create', slot, place }),
    go: onDay,
    move: (entry, slot) => {
      writes.move(entry, slot)
      const to = firstDayOf(slot)
      if (!days.includes(to)) onDay(to)
      keepFocus(entry.key)
    },
    resize: (entry, slot) => {
      writes.resize(entry, slot)
      keepFocus(entry.key)
    },
  }
  const close = () => setOpened(undefined)
  const shown =
    opened?.what === 'entry'
      ? (entries.find(({ key }) => key === opened.entry.key) ?? opened.entry)
      : undefined
  return (
    <CalendarActsContext value={acts}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys of the grid inside */}
      <div
        ref={root}
        className={classes.calendar}
        aria-busy={answer.pending}
        data-dragging={drag?.kind}
        onKeyDown={onKeyDown}
      >
        <CalendarBar
          title={spanTitle(span, days, day, language)}
          span={span}
          spans={phone ? ['month', 'day'] : ['month', 'week']}
          onSpan={onSpan}
          onStep={step}
          onToday={() => go(today)}
          onCreate={(button) => make(placeOf(button))}
          beside={props.beside}
        />
        {answer.cut && <p className={classes.notice}>{t('calendar.tooMany', { count: mostEntries })}</p>}
        {answer.error !== null ? (
          <ErrorState
            title={t('calendar.failed')}
            detail={answer.error instanceof ApiError ? answer.error.detail : answer.error.message}
            onRetry={answer.again}
          />
        ) : span === 'month' ? (
          <div ref={scroller} className={classes.body}>
            <MonthGrid
              weeks={monthWeeks(day, first)}
              entries={entries}
              day={day}
              today={today}
              drag={drag}
              small={phone}
            />
            {/* What a finger holds must stay where it is drawn, or the finger loses it. */}
            {phone && <AgendaDays days={days} entries={answer.entries} day={day} lifted={drag?.entry} />}
          </div>
        ) : (
          <WeekGrid scroller={scroller} days={days} entries={entries} day={day} today={today} drag={drag} />
        )}
        {phone && drag?.kind === 'move' && (
          <p className={classes.hint} role="status">
            {t('calendar.moveHere', { when: longDay(firstDayOf(drag), language) })}
          </p>
        )}
        <p className={classes.spoken}>{t('calendar.keysHint')}</p>
      </div>
      {shown !== undefined && opened !== undefined && (
        <EntryCard
          key={shown.key}
          entry={shown}
          place={opened.place}
          address={props.address}
          onClose={close}
        />
      )}
      {opened?.what === 'day' && (
        <FloatingCard title={longDay(opened.day, language)} place={opened.place} onClose={close}>
          <Agenda entries={on(opened.day)} onShow={acts.show} />
        </FloatingCard>
      )}
      {opened?.what === 'create' && (
        <CreateCard kinds={creatable} slot={opened.slot} place={opened.place} onClose={close} />
      )}
    </CalendarActsContext>
  )
}
