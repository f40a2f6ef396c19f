import { useSyncExternalStore } from 'react'
import type { RecordData } from '#web/data/index.ts'
import { type CardOrder, placeCards } from './place-cards.ts'

/** What was read for one column. */
interface ColumnRead {
  readonly records: readonly RecordData[]
  /** Whether further cards follow. */
  readonly more: boolean
}

const none: readonly RecordData[] = []

/** The cards of all columns together: a card that was moved leaves one column and enters another at the same moment. */
export class CardPool {
  readonly #read = new Map<string, ColumnRead>()
  readonly #listeners = new Set<() => void>()
  readonly #columnOf: (record: RecordData) => string
  readonly #order: CardOrder
  #placed: ReadonlyMap<string, readonly RecordData[]> = new Map()

  constructor(columnOf: (record: RecordData) => string, order: CardOrder) {
    this.#columnOf = columnOf
    this.#order = order
  }

  publish(column: string, read: ColumnRead): void {
    const old = this.#read.get(column)
    if (old?.records === read.records && old.more === read.more) return
    this.#read.set(column, read)
    const records = new Map([...this.#read].map(([id, { records }]) => [id, records]))
    const placed = placeCards(records, this.#columnOf, this.#order)
    // A column in which nothing changed keeps its list, and is not drawn anew.
    this.#placed = new Map([...placed].map(([id, cards]) => [id, same(this.#placed.get(id), cards)]))
    for (const listener of this.#listeners) listener()
  }

  cards = (column: string): readonly RecordData[] => this.#placed.get(column) ?? none

  more = (column: string): boolean => this.#read.get(column)?.more ?? false

  columnOf = (record: RecordData): string => this.#columnOf(record)

  /** The newest that is known of a record, and where it stands. */
  find(id: string): { record: RecordData; column: string; index: number } | undefined {
    for (const [column, cards] of this.#placed) {
      const index = cards.findIndex((card) => card.id === id)
      const record = cards[index]
      if (record !== undefined) return { record, column, index }
    }
    return undefined
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }
}

function same(old: readonly RecordData[] | undefined, cards: readonly RecordData[]): readonly RecordData[] {
  const unchanged = old?.length === cards.length && old.every((card, index) => card === cards[index])
  return unchanged ? old : cards
}

export const useCards = (pool: CardPool, column: string): readonly RecordData[] =>
  useSyncExternalStore(pool.subscribe, () => pool.cards(column))
