import { type RefObject, useEffect, useMemo, useRef } from 'react'
import type { Cell } from '../grid/cell.ts'
import { useScrollBack } from '../way-back/use-scroll-back.ts'
import type { Column } from './columns.ts'
import type { Lines } from './line.ts'
import { useLineVirtualizer } from './use-line-virtualizer.ts'

interface ViewOptions {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly lines: Lines
  /** Height of a line in pixels. */
  readonly row: number
  /** Height of the names above the columns in pixels. */
  readonly head: number
  readonly columns: readonly Column[]
  readonly frozen: number
  readonly cursor: Cell | undefined
  /** Pixels to which it was scrolled when one left. */
  readonly before: number | undefined
}

const foot = 36
const numbers = 44

/** Which lines are drawn, and what is scrolled to when the cursor leaves the view. */
export function useTableVirtualizer(options: ViewOptions) {
  const { scroller, lines, row, head, columns, frozen, cursor, before } = options
  const line = cursor?.line
  const virtualizer = useLineVirtualizer({
    scroller,
    lines,
    row,
    covered: head + foot,
    before,
    // The line of the cursor holds the focus.
    kept: useMemo(() => (line === undefined ? [] : [line]), [line]),
  })
  const column = cursor?.column
  useScrollBack(scroller, before, lines.loading || lines.standing < lines.length)
  const stood = useRef(before === undefined ? undefined : line)
  useEffect(() => {
    // Where one came back the list lies as it lay, also where the cursor had been scrolled away.
    if (line === stood.current) return
    stood.current = undefined
    if (line !== undefined) virtualizer.scrollToIndex(line)
  }, [line, virtualizer])
  useEffect(() => {
    const element = scroller.current
    const shown = column === undefined ? undefined : columns[column]
    if (element === null || column === undefined || shown === undefined || column < frozen) return
    const last = columns[frozen - 1]
    const covered = last === undefined ? 0 : last.left + last.width
    const left = shown.left - covered
    const right = shown.left + shown.width + numbers - element.clientWidth
    if (left < element.scrollLeft) element.scrollLeft = left
    else if (right > element.scrollLeft) element.scrollLeft = Math.min(left, right)
  }, [column, columns, frozen, scroller])
  return {
    virtualizer,
    /** Lines that one page holds. */
    page: () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 600) - head - foot) / row) - 1),
    /** Whether what opens below a line of this many pixels would be cut off. */
    lacksRoom: (at: number, pixels: number) => {
      const height = (scroller.current?.clientHeight ?? 0) - head - foot
      return (at + 1) * row - (virtualizer.scrollOffset ?? 0) + pixels > height && at > 2
    },
  }
}

export type TableView = ReturnType<typeof useTableVirtualizer>
