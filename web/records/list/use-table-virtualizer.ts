import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useEffect } from 'react'
import type { Cell } from '../grid/cell.ts'
import type { Column } from './columns.ts'
import type { Lines } from './line.ts'

interface ViewOptions {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly lines: Lines
  /** Height of a line in pixels. */
  readonly row: number
  readonly columns: readonly Column[]
  readonly frozen: number
  readonly cursor: Cell | undefined
}

const head = 32
const foot = 36
const numbers = 44

/** Which lines are drawn, and what is scrolled to when the cursor leaves the view. */
export function useTableVirtualizer(options: ViewOptions) {
  const { scroller, lines, row, columns, frozen, cursor } = options
  const line = cursor?.line
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => row,
    overscan: 8,
    // Drawn inside the scroll event, new rows would be one task with the layout and painting of the frame.
    useFlushSync: false,
    scrollPaddingEnd: head + foot,
    // The line of the cursor holds the focus: it stays drawn wherever the rest is scrolled to.
    rangeExtractor: useCallback(
      (range: Range) => {
        const drawn = defaultRangeExtractor(range)
        if (line === undefined || line >= range.count || drawn.includes(line)) return drawn
        return line < (drawn[0] ?? 0) ? [line, ...drawn] : [...drawn, line]
      },
      [line],
    ),
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: all lines are measured anew where their height changes
  useEffect(() => virtualizer.measure(), [row])
  const items = virtualizer.range
  const { need } = lines
  useEffect(() => {
    if (items !== null) need(items.startIndex, items.endIndex)
  }, [items, need])
  const column = cursor?.column
  useEffect(() => {
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
