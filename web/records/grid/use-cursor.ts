import { useCallback, useMemo, useRef, useState } from 'react'
import type { Lines } from '../list/line.ts'
import { type Cell, type Range, rangeOf } from './cell.ts'

/** Where the cursor was put; where it is drawn follows from that. */
export interface Placed {
  readonly cursor: Cell
  /** The opposite corner of the range. */
  readonly anchor: Cell
  /** The record under the cursor: it is followed when lines come in above it. */
  readonly id: string | undefined
}

/** Lines that are looked through, up and down, for a record that is no longer where it was. */
const reach = 300

export interface Cursor {
  readonly placed: Placed | undefined
  readonly cell: Cell | undefined
  readonly range: Range | undefined
  readonly place: (cell: Cell, extend?: boolean) => void
  readonly spread: (range: Range) => void
  readonly leave: () => void
}

/** The one cursor of the grid, and the range that it spans with where it began. `before` is where it stood when one left. */
export function useCursor(lines: Lines, before: Placed | undefined): Cursor {
  const [placed, setPlaced] = useState(before)
  const current = useRef(lines)
  current.current = lines
  const shown = useMemo(() => followed(placed, lines), [placed, lines])
  const place = useCallback(
    (cell: Cell, extend = false) =>
      setPlaced((old) => ({
        cursor: cell,
        anchor: extend ? (followed(old, current.current)?.anchor ?? cell) : cell,
        id: idAt(current.current, cell.line),
      })),
    [],
  )
  const spread = useCallback(
    ({ top, bottom, left, right }: Range) =>
      setPlaced({
        cursor: { line: top, column: left },
        anchor: { line: bottom, column: right },
        id: idAt(current.current, top),
      }),
    [],
  )
  const leave = useCallback(() => setPlaced(undefined), [])
  return {
    placed: shown,
    cell: shown?.cursor,
    range: shown === undefined ? undefined : rangeOf(shown.anchor, shown.cursor),
    place,
    spread,
    leave,
  }
}

const idAt = (lines: Lines, line: number): string | undefined => {
  const found = lines.at(line)
  return found?.kind === 'record' ? found.record.id : undefined
}

/** The cursor where its record is now; where it was if the record is gone. */
function followed(placed: Placed | undefined, lines: Lines): Placed | undefined {
  if (placed === undefined || lines.standing === 0) return undefined
  const isThere = (line: number) => {
    const found = lines.at(line)
    return found?.kind === 'record' && found.record.id === placed.id
  }
  const { cursor, anchor, id } = placed
  const most = lines.standing - 1
  if (id !== undefined && !isThere(cursor.line)) {
    for (let away = 1; away <= reach; away++) {
      for (const line of [cursor.line - away, cursor.line + away]) {
        if (!isThere(line)) continue
        const by = line - cursor.line
        return {
          id,
          cursor: { ...cursor, line },
          anchor: { ...anchor, line: Math.min(most, Math.max(0, anchor.line + by)) },
        }
      }
    }
  }
  if (cursor.line <= most && anchor.line <= most) return placed
  return {
    id,
    cursor: { ...cursor, line: Math.min(most, cursor.line) },
    anchor: { ...anchor, line: Math.min(most, anchor.line) },
  }
}
