import type { ColumnMapping } from '#shared/imports/contract.ts'
import type { SourceTable } from '../reading/index.ts'

/** Different texts of a column that are counted; beyond these it is no list of choices. */
const mostDistinct = 500

const kindTests = {
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  mobile: /^(\+?86[- ]?)?1[3-9]\d{9}$|^09\d{2}[- ]?\d{3}[- ]?\d{3}$/,
  phone: /^\+?[\d\s()（）-]{7,20}([转轉x#]\d+)?$/,
  url: /^(https?:\/\/|www\.)\S+$/i,
} as const
export type TextPattern = keyof typeof kindTests

/** What one column of the whole file holds. */
export interface ColumnProfile {
  readonly column: string
  readonly filled: number
  readonly samples: readonly string[]
  /** Each different text and its rows; undefined where there are more than can be choices. */
  readonly distinct: ReadonlyMap<string, number> | undefined
  /** The pattern that nearly all of its texts follow. */
  readonly pattern: TextPattern | undefined
  readonly dates: { readonly order: ColumnMapping['dateOrder']; readonly ambiguous: boolean }
}

/** Reads the whole file once: an order of dates is known only when the last row did not contradict it. */
export async function profileTable(table: SourceTable): Promise<{ rows: number; columns: ColumnProfile[] }> {
  const gatherers = table.columns.map((column) => new ColumnGatherer(column))
  let rows = 0
  for await (const row of table.rows()) {
    rows = row.number
    for (let index = 0; index < gatherers.length; index++) gatherers[index]!.add(row.cells[index] ?? '')
  }
  return { rows, columns: gatherers.map((gatherer) => gatherer.profile()) }
}

class ColumnGatherer {
  readonly #column: string
  #filled = 0
  #samples: string[] = []
  #distinct: Map<string, number> | undefined = new Map()
  readonly #patterns: Record<TextPattern, number> = { email: 0, mobile: 0, phone: 0, url: 0 }
  #dates = 0
  #yearFirst = 0
  #mostFirst = 0
  #mostSecond = 0

  constructor(column: string) {
    this.#column = column
  }

  add(text: string): void {
    if (text === '') return
    this.#filled++
    if (this.#samples.length < 5 && !this.#samples.includes(text)) this.#samples.push(text)
    if (this.#distinct !== undefined) {
      this.#distinct.set(text, (this.#distinct.get(text) ?? 0) + 1)
      if (this.#distinct.size > mostDistinct) this.#distinct = undefined
    }
    for (const [pattern, test] of Object.entries(kindTests) as [TextPattern, RegExp][]) {
      if (test.test(text)) this.#patterns[pattern]++
    }
    const date = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?!\d)/.exec(text)
    if (date !== null) this.#addDate(date[1]!, date[3]!)
  }

  #addDate(first: string, second: string): void {
    this.#dates++
    if (first.length === 4) this.#yearFirst++
    else {
      this.#mostFirst = Math.max(this.#mostFirst, Number(first))
      this.#mostSecond = Math.max(this.#mostSecond, Number(second))
    }
  }

  profile(): ColumnProfile {
    const pattern = (Object.keys(kindTests) as TextPattern[]).find(
      (each) => this.#filled > 0 && this.#patterns[each] >= 0.9 * this.#filled,
    )
    return {
      column: this.#column,
      filled: this.#filled,
      samples: this.#samples,
      distinct: this.#distinct,
      pattern,
      dates: this.#dateOrder(),
    }
  }

  #dateOrder(): ColumnProfile['dates'] {
    const undecided = this.#dates - this.#yearFirst
    if (undecided === 0) return { order: this.#dates > 0 ? 'YMD' : undefined, ambiguous: false }
    const dayFirst = this.#mostFirst > 12
    const daySecond = this.#mostSecond > 12
    if (daySecond && !dayFirst) return { order: 'MDY', ambiguous: false }
    if (dayFirst && !daySecond) return { order: 'DMY', ambiguous: false }
    return { order: undefined, ambiguous: !dayFirst }
  }
}
