import type { Color } from '#shared/metadata/definition.ts'
import type { RecordData } from '#web/data/index.ts'

/** How a column ends what stands in it: `won` and `lost` are closed. */
export type Outcome = 'open' | 'won' | 'lost'

export interface BoardColumn {
  /** Option value or record id; `blank` for cards whose field is empty. */
  readonly id: string
  /** What a card that comes here is given. */
  readonly value: string | null
  readonly name: string
  readonly color: Color
  readonly outcome: Outcome | undefined
  /** Per cent, 0…100, where the column's record has one. */
  readonly probability: number | undefined
  /** The record of a column that is one. */
  readonly record: RecordData | undefined
}

/** No option or record is called so: ids are UUIDs, values of options are letters and digits. */
export const blankColumn = '-'

/** Id of the column in which a value stands. */
export const columnIdOf = (value: unknown): string =>
  typeof value === 'string' && value !== '' ? value : blankColumn

export const isClosed = ({ outcome }: Pick<BoardColumn, 'outcome'>): boolean =>
  outcome === 'won' || outcome === 'lost'
