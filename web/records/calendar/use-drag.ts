import { type PointerEvent, useCallback, useEffect, useRef, useState } from 'react'
import { dayLength } from '#shared/fields/calendar.ts'
import { type Entry, firstDayOf, lastDayOf, type Slot } from './entry.ts'

type DragKind = 'move' | 'resize' | 'create'

export interface Drag extends Slot {
  readonly kind: DragKind
  readonly entry: Entry | undefined
}

interface Hand {
  readonly kind: DragKind
  readonly entry: Entry | undefined
  readonly x: number
  readonly y: number
  readonly at: Spot
  readonly finger: boolean
  moved: boolean
  /** Where it would be dropped. What is drawn may lag behind: the pointer is let go before that is drawn. */
  slot: Slot | undefined
}

/** Where a pointer is: the day beneath it, and its time where hours are drawn. */
interface Spot {
  readonly day: number
  readonly minutes: number | undefined
}

const begins = 4
/** Milliseconds that a finger rests on an entry before it lifts it; what it may tremble meanwhile. */
const rests = 400
const trembles = 10
const step = 15
const firstLength = 30

/** Something drawn over a day belongs to the day it begins on: the day beneath the pointer is asked for itself. */
function spotAt(x: number, y: number): Spot | undefined {
  const cell = document
    .elementsFromPoint(x, y)
    .find((element): element is HTMLElement => element instanceof HTMLElement && 'day' in element.dataset)
  if (cell === undefined) return undefined
  const { top, height } = cell.getBoundingClientRect()
  const hours = 'hours' in cell.dataset
  const minutes = Math.round((((y - top) / height) * 1440) / step) * step
  return {
    day: Number(cell.dataset.day),
    minutes: hours ? Math.max(0, Math.min(1440 - step, minutes)) : undefined,
  }
}

const timeOf = ({ day, minutes }: Spot): number => day * dayLength + (minutes ?? 0) * 60_000

function slotOf({ kind, entry, at }: Hand, to: Spot): Slot {
  if (kind === 'create' || entry === undefined) {
    const [first, last] = timeOf(at) <= timeOf(to) ? [at, to] : [to, at]
    if (at.minutes === undefined)
      return { from: first.day * dayLength, to: (last.day + 1) * dayLength, allDay: true }
    const from = timeOf(first)
    return { from, to: Math.max(from + firstLength * 60_000, timeOf(last)), allDay: false }
  }
  if (kind === 'resize') {
    const end = entry.allDay ? (to.day + 1) * dayLength : timeOf(to)
    const least = entry.allDay ? dayLength : step * 60_000
    return { from: entry.from, to: Math.max(entry.from + least, end), allDay: entry.allDay }
  }
  const withTime = to.minutes !== undefined && at.minutes !== undefined
  const by = withTime ? timeOf(to) - timeOf(at) : (to.day - at.day) * dayLength
  return { from: entry.from + by, to: entry.to + by, allDay: entry.allDay }
}

interface Drops {
  readonly onDrop: (drag: Drag, place: { readonly x: number; readonly y: number }) => void
}

/**
 * A mouse that moves an entry, its edge, or draws a new one; a finger that rests on an entry lifts it and moves it. The page
 * shows `drag` as it would become.
 */
export function useDrag({ onDrop }: Drops) {
  const hand = useRef<Hand>(undefined)
  const [drag, setDrag] = useState<Drag>()
  const latest = useRef(onDrop)
  latest.current = onDrop
  const swallow = useRef(false)
  const resting = useRef<{ readonly x: number; readonly y: number; readonly timer: number }>(undefined)

  const stop = useCallback(() => {
    window.clearTimeout(resting.current?.timer)
    resting.current = undefined
    hand.current = undefined
    setDrag(undefined)
  }, [])
  useEffect(() => {
    const onMove = (event: globalThis.PointerEvent) => {
      const held = hand.current
      const rest = resting.current
      if (rest !== undefined && Math.hypot(event.clientX - rest.x, event.clientY - rest.y) > trembles) {
        window.clearTimeout(rest.timer)
        resting.current = undefined
      }
      if (held === undefined) return
      if (!held.moved && Math.hypot(event.clientX - held.x, event.clientY - held.y) < begins) return
      const to = spotAt(event.clientX, event.clientY)
      if (to === undefined) return
      held.moved = true
      const slot = slotOf(held, to)
      const before = held.slot
      held.slot = slot
      if (before?.from !== slot.from || before.to !== slot.to)
        setDrag({ ...slot, kind: held.kind, entry: held.entry })
    }
    const onUp = (event: globalThis.PointerEvent) => {
      const held = hand.current
      if (held !== undefined) swallow.current = held.moved || held.finger
      stop()
      if (held?.slot === undefined) return
      const { slot, kind, entry } = held
      latest.current({ ...slot, kind, entry }, { x: event.clientX, y: event.clientY })
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || hand.current === undefined) return
      event.preventDefault()
      stop()
    }
    const onDown = () => {
      swallow.current = false
    }
    /** What is lifted moves, and not the page beneath it. */
    const onTouchMove = (event: TouchEvent) => {
      if (hand.current?.finger === true && event.cancelable) event.preventDefault()
    }
    window.addEventListener('pointerdown', onDown, { capture: true })
    window.addEventListener('touchmove', onTouchMove, { passive: false })
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', stop)
    window.addEventListener('keydown', onKey, { capture: true })
    return () => {
      window.clearTimeout(resting.current?.timer)
      window.removeEventListener('pointerdown', onDown, { capture: true })
      window.removeEventListener('touchmove', onTouchMove)
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', stop)
      window.removeEventListener('keydown', onKey, { capture: true })
    }
  }, [stop])

  const grab = useCallback((event: PointerEvent, kind: DragKind, entry: Entry | undefined) => {
    if (event.button !== 0) return
    const { clientX: x, clientY: y } = event
    if (event.pointerType !== 'mouse') {
      if (kind !== 'move' || entry === undefined) return
      event.stopPropagation()
      const lift = () => {
        resting.current = undefined
        const at = spotAt(x, y) ?? { day: firstDayOf(entry), minutes: undefined }
        hand.current = { kind, entry, x, y, at, finger: true, moved: false, slot: undefined }
        setDrag({ kind, entry, from: entry.from, to: entry.to, allDay: entry.allDay })
        navigator.vibrate?.(10)
      }
      resting.current = { x, y, timer: window.setTimeout(lift, rests) }
      return
    }
    const at = spotAt(x, y)
    if (at === undefined) return
    // Text must not be marked while something is drawn over it; what takes the keys still does.
    if (kind !== 'create') event.stopPropagation()
    hand.current = { kind, entry, x, y, at, finger: false, moved: false, slot: undefined }
  }, [])
  /** Whether the click that follows ends a drag. */
  const swallowsClick = useCallback(() => swallow.current, [])
  return { drag, grab, swallowsClick }
}

export type Grab = ReturnType<typeof useDrag>['grab']

/** An entry put off by keys: days, or minutes. */
export function nudged(entry: Entry, days: number, minutes: number): Slot {
  const by = days * dayLength + (entry.allDay ? 0 : minutes * 60_000)
  return { from: entry.from + by, to: entry.to + by, allDay: entry.allDay }
}

/** An entry made longer by keys; never shorter than a step. */
export function stretched(entry: Entry, by: 1 | -1): Slot {
  const least = entry.allDay ? dayLength : step * 60_000
  const end = entry.allDay ? (lastDayOf(entry) + 1 + by) * dayLength : entry.to + by * least
  const begin = entry.allDay ? firstDayOf(entry) * dayLength : entry.from
  return { from: entry.from, to: Math.max(begin + least, end), allDay: entry.allDay }
}
