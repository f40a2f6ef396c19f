import { createContext, useContext } from 'react'
import type { Field } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import type { LeftPlace } from '../way-back/left-place.ts'
import type { BoardColumn } from './board-column.ts'
import type { BoardQuery } from './board-query.ts'
import type { BoardStore } from './board-store.ts'
import type { CardPool } from './card-pool.ts'
import type { Risk } from './risk.ts'
import type { Stack } from './stack.ts'

/** What a drag has to know of an open column: where its cards stand and what scrolls them. */
interface ColumnPlace {
  readonly scroller: HTMLElement
  /** Of its cards without the lifted one. */
  readonly stack: Stack
}

/** What the parts of a board share; it stays the same object while cards move. */
export interface BoardParts {
  readonly query: BoardQuery
  readonly sum: Field | undefined
  readonly store: BoardStore
  readonly pool: CardPool
  /** Open columns by id, as far as they are drawn. */
  readonly places: Map<string, ColumnPlace>
  /** How it was left, where one came back to it. */
  readonly left: LeftPlace['board']
  readonly manual: boolean
  readonly phone: boolean
  readonly columns: readonly BoardColumn[]
  readonly risksOf: (record: RecordData) => readonly Risk[]
  readonly isOpen: (record: RecordData) => boolean
  readonly heightOf: (record: RecordData) => number
  /** Whether the person may put the card into another column. */
  readonly mayCross: (record: RecordData) => boolean
  /** Whether it may be taken up at all: where places are chosen by hand, also for another one in its column. */
  readonly mayLift: (record: RecordData) => boolean
  readonly acts: CardActs
}

/** What can be done with cards and columns. */
export interface CardActs {
  readonly open: (id: string) => void
  /** Opens the name of a card for editing. */
  readonly startRename: (id: string) => void
  readonly rename: (record: RecordData, title: unknown) => void
  readonly remove: (records: readonly RecordData[]) => void
  /** Says that a card is not this person's to change. */
  readonly refuse: (record: RecordData) => void
  /** Opens the choice of a column for these cards. */
  readonly askWhere: (ids: readonly string[]) => void
  readonly lift: (id: string) => void
  readonly fold: (column: string, fold: boolean) => void
  readonly showInList: (column: BoardColumn) => void
}

export const BoardContext = createContext<BoardParts | undefined>(undefined)

export function useBoard(): BoardParts {
  const parts = useContext(BoardContext)
  if (parts === undefined) throw new Error('useBoard needs a Board above')
  return parts
}
