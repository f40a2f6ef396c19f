import type { Measured, Side } from './measure.ts'
import type { Seen } from './stream.ts'

/** A figure that is one number with a bound. */
export interface Size {
  readonly title: string
  readonly value: number
  readonly unit: string
  readonly most: number
  readonly reached: boolean
}

export const verdict = (reached: boolean): string => (reached ? 'PASS' : 'MISS')

const number = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(value >= 10 ? 1 : 2)
const latency = ({ latency: { p50, p95, p99 } }: Pick<Side, 'latency'>): string =>
  [p50, p95, p99].map(number).join(' / ')

/** What the two sides of a comparison are called. */
interface Sides {
  readonly limit: string
  readonly kith: string
}

const columns: readonly (readonly [head: string, width: number])[] = [
  ['figure', -26],
  ['conn', 5],
  ['{limit} /s', 10],
  ['{kith} /s', 10],
  ['ratio', 7],
  ['reach', 7],
  ['', 6],
  ['{kith} p50/p95/p99 ms', 24],
  ['{limit} p50/p95/p99 ms', 24],
]

const line = (cells: readonly string[]): string =>
  cells
    .map((cell, index) => {
      const width = columns[index]?.[1] ?? 0
      return width < 0 ? cell.padEnd(-width) : cell.padStart(width)
    })
    .join('')
    .trimEnd()

export const heading = (sides: Sides = { limit: 'limit', kith: 'Kith' }): string =>
  line(columns.map(([head]) => head.replace('{limit}', sides.limit).replace('{kith}', sides.kith)))

export const measuredLine = (row: Measured): string =>
  line([
    row.title,
    String(row.connections),
    number(row.limit.rate),
    number(row.kith.rate),
    row.ratio.toFixed(2),
    `≥ ${row.reach.toFixed(2)}`,
    verdict(row.reached),
    latency(row.kith),
    latency(row.limit),
  ])

export const seenLine = (row: Seen): string =>
  `${row.title.padEnd(40)}p50 / p95 / p99 ${latency(row)} ms, reach p95 < ${row.reach} ms  ${verdict(row.reached)}`

export const sizeLine = (row: Size): string =>
  `${row.title.padEnd(40)}${number(row.value)} ${row.unit}, reach ≤ ${row.most} ${row.unit}  ${verdict(row.reached)}`
