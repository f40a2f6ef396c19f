import { AppError } from '#shared/errors.ts'

const measureFunctions = ['count', 'countDistinct', 'sum', 'avg', 'min', 'max'] as const
export type MeasureFunction = (typeof measureFunctions)[number]

export interface Measure {
  readonly fn: MeasureFunction
  /** A field or any expression; only `count` needs none. */
  readonly field?: string
  /** Counts only records that meet it. */
  readonly filter?: string
  /** Name in the result: by default `count`, `sum(amount)`. */
  readonly as?: string
}

export interface AggregateQuery {
  readonly filter?: string
  readonly search?: string
  /** Fields or expressions: `stage.name`, `startOf(closeDate, "month")`. */
  readonly groupBy?: readonly (string | { readonly expression: string; readonly as?: string })[]
  readonly measures?: readonly Measure[]
  /** A condition on the results by their names: `count > 3 and sum(amount) > 100万`. */
  readonly having?: string
  /** Names of results, `-` for descending; by default the groups in order. */
  readonly sort?: string | readonly string[]
  /** 1…10,000; 1,000. */
  readonly limit?: number
  /** A moment of the past. */
  readonly at?: string
}

/** Name of a measure's result. @throws AppError `invalid_measure` where it needs a field */
export function nameOfMeasure({ fn, field, as }: Measure): string {
  if (as !== undefined) return as
  if (field === undefined && fn !== 'count') throw new AppError('invalid_measure', { fn, field: '' })
  return field === undefined ? fn : `${fn}(${field})`
}
