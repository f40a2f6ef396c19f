import { createContext, useContext } from 'react'
import type { Entry, Slot } from './entry.ts'
import type { Grab } from './use-drag.ts'

/** Where on the screen something opens. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** What the parts of a calendar hand up. */
export interface CalendarActs {
  readonly grab: Grab
  /** Whether the person may put the entry at another time. */
  readonly mayMove: (entry: Entry) => boolean
  readonly swallowsClick: () => boolean
  readonly show: (entry: Entry, place: Place) => void
  /** All entries of a day for which there was no room. */
  readonly showDay: (day: number, place: Place) => void
  readonly create: (slot: Slot, place: Place) => void
  readonly go: (day: number) => void
  readonly move: (entry: Entry, slot: Slot) => void
  readonly resize: (entry: Entry, slot: Slot) => void
}

export const CalendarActsContext = createContext<CalendarActs | undefined>(undefined)

export function useCalendarActs(): CalendarActs {
  const acts = useContext(CalendarActsContext)
  if (acts === undefined) throw new Error('part of a calendar outside of one')
  return acts
}

/** Beneath an element, for what opens there. */
export function placeOf(element: Element): Place {
  const { left, bottom, width } = element.getBoundingClientRect()
  return { x: left + Math.min(width / 2, 80), y: bottom }
}
