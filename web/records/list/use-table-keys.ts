import type { KeyboardEvent, RefObject } from 'react'
import type { RecordData } from '#web/data/index.ts'
import { useKeys } from '#web/design/use-keys.ts'
import { composing } from '#web/fields/index.ts'
import { type Command, commandOf, type Place } from '../grid/grid-keys.ts'
import type { Cursor } from '../grid/use-cursor.ts'
import type { Lines } from './line.ts'
import type { Selection } from './use-selection.ts'
import type { TableActs } from './use-table-acts.ts'

interface TableKeys {
  readonly lines: Lines
  readonly cursor: Cursor
  readonly selection: Selection
  readonly acts: TableActs
  readonly current: RecordData | undefined
  readonly grid: RefObject<HTMLDivElement | null>
}

/** Keys of the grid where it has the focus, and of the page where nothing else has it. */
export function useTableKeys({ lines, cursor, selection, acts, current, grid }: TableKeys) {
  const place = (): Place => {
    if (cursor.cell === undefined) return 'none'
    if (lines.at(cursor.cell.line)?.kind === 'group') return 'group'
    return cursor.cell.column === 0 ? 'title' : 'cell'
  }
  const run = (command: Command | undefined): boolean => command !== undefined && acts.run(command)
  const fromPage = (name: string) => (event: { key: string; shiftKey: boolean }) => {
    const at = place()
    const command = commandOf(
      { key: name, shiftKey: event.shiftKey, metaKey: false, ctrlKey: false, altKey: false },
      // Elsewhere on the page nothing can be typed into a cell: a letter is what it is on a title.
      at === 'cell' ? 'title' : at,
    )
    if (run(command)) grid.current?.focus({ preventScroll: true })
  }
  const some = cursor.cell !== undefined || selection.ids.size > 0
  useKeys({
    j: fromPage('j'),
    k: fromPage('k'),
    ...(current !== undefined && { x: fromPage('x'), ' ': fromPage(' ') }),
    ...((selection.ids.size > 0 || current !== undefined) && { a: fromPage('a'), e: fromPage('e') }),
    ...(some && { Escape: () => acts.run({ name: 'back' }) }),
  })

  return (event: KeyboardEvent) => {
    if (composing(event) || event.defaultPrevented) return
    // Keys of a button, a link or an editor inside the grid are its own.
    const own = event.target === event.currentTarget
    const caught = event.target instanceof HTMLElement && event.target.dataset.catcher !== undefined
    if (!own && !caught) return
    if (run(commandOf(event, place()))) event.preventDefault()
  }
}
