import { type RefObject, useLayoutEffect, useState } from 'react'

/** Pixels between two tabs. */
const gap = 4
/** Pixels of the button that follows the tabs. */
const following = 32

/**
 * Which tabs find room beside each other in a row, with `reserved` pixels left for the menu of those that do not.
 * The one at `kept` is among them whatever its place. Children are measured by `data-tab`, also those that are hidden.
 */
export function useFitting(
  row: RefObject<HTMLElement | null>,
  names: string,
  kept: number,
  reserved: number,
): ReadonlySet<number> | undefined {
  const [fitting, setFitting] = useState<{ readonly of: string; readonly indexes: ReadonlySet<number> }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: other names are other widths
  useLayoutEffect(() => {
    const element = row.current
    if (element === null) return
    const measure = () => {
      const widths = [...element.querySelectorAll<HTMLElement>('[data-tab]')].map(
        (tab) => tab.offsetWidth + gap,
      )
      const indexes = fittingOf(widths, element.clientWidth - following, kept, reserved)
      const of = [...indexes].join(' ')
      setFitting((old) => (old?.of === of ? old : { of, indexes }))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [row, names, kept, reserved])
  return fitting?.indexes
}

/** The indexes of the first widths that fit into `room`, always with `kept`; `reserved` is needed where not all do. */
export function fittingOf(
  widths: readonly number[],
  room: number,
  kept: number,
  reserved: number,
): ReadonlySet<number> {
  const all = widths.reduce((sum, width) => sum + width, 0)
  if (all <= room) return new Set(widths.keys())
  const fitting = new Set<number>(widths[kept] === undefined ? [] : [kept])
  let left = room - reserved - (widths[kept] ?? 0)
  for (const [index, width] of widths.entries()) {
    if (index === kept) continue
    if (width > left) break
    left -= width
    fitting.add(index)
  }
  return new Set([...fitting].toSorted((a, b) => a - b))
}
