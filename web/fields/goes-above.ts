import type { FocusEvent } from 'react'

/** Whether the focus goes to what opened above an editor and is part of it: a calendar, a sheet of choices. */
export function goesAbove({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>): boolean {
  if (!(relatedTarget instanceof Element)) return false
  if (relatedTarget.closest('[data-beside]') !== null) return true
  const above = relatedTarget.closest('[role=dialog]')
  return above !== null && above !== currentTarget.closest('[role=dialog]')
}
