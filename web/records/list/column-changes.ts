import type { ViewColumn } from '#shared/metadata/view.ts'
import { type Column, viewColumnsOf } from './columns.ts'

/** The columns with one of another width. */
export const withWidth = (columns: readonly Column[], path: string, width: number): readonly ViewColumn[] =>
  viewColumnsOf(
    columns.map((column) => (column.path === path ? { ...column, width: Math.round(width) } : column)),
  )

/** The columns with one at another place; the title stays first. */
export function withMoved(columns: readonly Column[], path: string, to: number): readonly ViewColumn[] {
  const moved = columns.find((column) => column.path === path)
  if (moved === undefined || moved === columns[0]) return viewColumnsOf(columns)
  const rest = columns.filter((column) => column !== moved)
  const place = Math.min(Math.max(1, to), rest.length)
  return viewColumnsOf([...rest.slice(0, place), moved, ...rest.slice(place)])
}

export const without = (columns: readonly Column[], path: string): readonly ViewColumn[] =>
  viewColumnsOf(columns.filter((column, index) => index === 0 || column.path !== path))

/** Pixels by which a column gets wider or narrower from the keyboard. */
export const widthStep = 24

/** Before which column something dropped at `x` (pixels from the first column's edge) comes to stand. */
export function dropPlace(columns: readonly Column[], x: number): number {
  const place = columns.findIndex(({ left, width }) => x < left + width / 2)
  return Math.max(1, place < 0 ? columns.length : place)
}
