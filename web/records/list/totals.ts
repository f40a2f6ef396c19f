import type { FieldTypeName } from '#shared/fields/field-type.ts'
import type { Field } from '#shared/metadata/catalogue.ts'
import type { TotalFunction } from '#shared/metadata/view.ts'
import type { Column } from './columns.ts'

/** A figure as the aggregate is asked for it. */
export interface Measure {
  readonly fn: string
  readonly field?: string
}

const counting = ['filled', 'empty', 'distinct'] as const satisfies readonly TotalFunction[]
const reckoning = ['sum', 'avg', 'min', 'max'] as const satisfies readonly TotalFunction[]
const extremes = ['min', 'max'] as const satisfies readonly TotalFunction[]
const presence = ['filled', 'empty'] as const satisfies readonly TotalFunction[]

/** What can be computed of the values of each type, beside how many records there are. */
const functionsByType = {
  text: counting,
  longText: presence,
  richText: presence,
  number: [...reckoning, ...counting],
  money: [...reckoning, ...counting],
  percent: [...reckoning, ...counting],
  boolean: presence,
  date: [...extremes, ...counting],
  dateTime: [...extremes, ...counting],
  select: counting,
  multiSelect: presence,
  tags: presence,
  email: counting,
  phone: counting,
  url: counting,
  address: presence,
  rating: [...reckoning, ...counting],
  autoNumber: presence,
  user: counting,
  relation: counting,
  relations: presence,
  anyRecord: presence,
  file: presence,
  json: presence,
} as const satisfies Record<FieldTypeName, readonly TotalFunction[]>

export const functionsOf = (field: Field): readonly TotalFunction[] =>
  field.encrypted === true ? [] : functionsByType[field.type]

/** Amounts for one piece: their sum says nothing. */
const rates: ReadonlySet<string> = new Set(['price'])

/** What the totals row says where the view says nothing: sums of money. */
const usualTotal = (column: Column): TotalFunction | undefined =>
  column.field.type === 'money' && !rates.has(column.field.name) && column.through.length === 0
    ? 'sum'
    : undefined

/** What a column's total computes; undefined where it has none. */
export function totalOf(
  column: Column,
  totals: Readonly<Record<string, TotalFunction>> | undefined,
): TotalFunction | undefined {
  const asked = totals === undefined ? usualTotal(column) : totals[column.path]
  return asked === 'count' || (asked !== undefined && functionsOf(column.field).includes(asked))
    ? asked
    : undefined
}

/** The column as the aggregate names it: relations on the way by name, the field as it is on the wire. */
const measured = ({ field, through }: Column): string =>
  [...through.map(({ name }) => name), field.wire].join('.')

const measures: Readonly<Record<TotalFunction, (field: string) => Measure | undefined>> = {
  count: () => undefined,
  filled: (field) => ({ fn: 'count', field }),
  empty: (field) => ({ fn: 'count', field }),
  distinct: (field) => ({ fn: 'countDistinct', field }),
  sum: (field) => ({ fn: 'sum', field }),
  avg: (field) => ({ fn: 'avg', field }),
  min: (field) => ({ fn: 'min', field }),
  max: (field) => ({ fn: 'max', field }),
}

/** What the aggregate is asked for, each figure once. */
export function measuresOf(
  columns: readonly Column[],
  totals: Readonly<Record<string, TotalFunction>> | undefined,
): readonly Measure[] {
  const found = new Map<string, Measure>()
  for (const column of columns) {
    const total = totalOf(column, totals)
    const measure = total === undefined ? undefined : measures[total](measured(column))
    if (measure !== undefined) found.set(nameOf(measure), measure)
  }
  return [...found.values()]
}

const nameOf = ({ fn, field }: Measure) => `${fn}(${field})`

/** A column's figure in a row of the answer: a number, a decimal text, a date; undefined where nothing was computed. */
export function figureOf(
  column: Column,
  total: TotalFunction,
  figures: Readonly<Record<string, unknown>>,
): string | number | undefined {
  const count = Number(figures.count ?? 0)
  const measure = measures[total](measured(column))
  if (measure === undefined) return count
  const value = figures[nameOf(measure)]
  if (total === 'empty') return count - Number(value ?? 0)
  return typeof value === 'string' || typeof value === 'number' ? value : undefined
}
