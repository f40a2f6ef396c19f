import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useEffect } from 'react'
import type { Lines } from './line.ts'

interface LineOptions {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly lines: Lines
  /** Height of a line in pixels. */
  readonly row: number
  /** Pixels of the scroller that what stays in it takes from the lines: a head, a foot. */
  readonly covered: number
  /** Pixels to which it was scrolled when one left. */
  readonly before?: number | undefined
  /** Lines that stay drawn wherever the rest is scrolled to, as what has the focus must; one array while they are the same. */
  readonly kept: readonly number[]
}

/** Which lines of a list are drawn; those in view are asked for. */
export function useLineVirtualizer({ scroller, lines, row, covered, before = 0, kept }: LineOptions) {
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => row,
    overscan: 8,
    initialOffset: before,
    // Drawn inside the scroll event, new rows would be one task with the layout and painting of the frame.
    useFlushSync: false,
    scrollPaddingEnd: covered,
    rangeExtractor: useCallback(
      (range: Range) => {
        const further = kept.filter((line) => line < range.count)
        return [...new Set([...defaultRangeExtractor(range), ...further])].toSorted((a, b) => a - b)
      },
      [kept],
    ),
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: all lines are measured anew where their height changes
  useEffect(() => virtualizer.measure(), [row])
  const { range } = virtualizer
  const { need } = lines
  useEffect(() => {
    if (range !== null) need(range.startIndex, range.endIndex)
  }, [range, need])
  return virtualizer
}
