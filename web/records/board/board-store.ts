import { useSyncExternalStore } from 'react'
import type { RecordData } from '#web/data/index.ts'
import type { Target } from './drag-target.ts'

/** A card in the hand. */
export interface Lift {
  readonly record: RecordData
  /** Ticked cards that go along. */
  readonly also: readonly RecordData[]
  /** Column that it was taken from, and its place there. */
  readonly from: string
  readonly index: number
  /** Pixels. */
  readonly width: number
  readonly height: number
  readonly by: 'pointer' | 'keys'
}

/** What a person is doing on a board at this moment; nothing of it is kept. */
export interface BoardMoment {
  /** Card that the keys act on. */
  readonly active: string | undefined
  readonly selected: ReadonlySet<string>
  readonly lift: Lift | undefined
  /** The same beneath the pointer, where it is drawn before its column is. */
  readonly hand: Lift | undefined
  readonly target: Target | undefined
  /** Card whose title is being edited. */
  readonly editing: string | undefined
  /** Whether the active card is shown beside the board. */
  readonly peeking: boolean
  /** Column in which a new card is being written. */
  readonly adding: string | undefined
}

const nothing: BoardMoment = {
  active: undefined,
  selected: new Set(),
  lift: undefined,
  hand: undefined,
  target: undefined,
  editing: undefined,
  adding: undefined,
  peeking: false,
}

/** Held outside of React's state, so that a step of a drag draws two columns anew and not the board. */
export class BoardStore {
  #moment: BoardMoment
  readonly #listeners = new Set<() => void>()

  /** @param before what was left there */
  constructor(before: Pick<BoardMoment, 'active' | 'selected'> = nothing) {
    this.#moment = { ...nothing, active: before.active, selected: before.selected }
  }

  get = (): BoardMoment => this.#moment

  set(part: Partial<BoardMoment>): void {
    this.#moment = { ...this.#moment, ...part }
    for (const listener of this.#listeners) listener()
  }

  aim(target: Target): void {
    const { target: old } = this.#moment
    if (old?.column !== target.column || old.index !== target.index) this.set({ target })
  }

  putDown(): void {
    this.set({ lift: undefined, hand: undefined, target: undefined })
  }

  toggle(id: string): void {
    const selected = new Set(this.#moment.selected)
    if (!selected.delete(id)) selected.add(id)
    this.set({ selected })
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }
}

/** What `choose` picks of the moment; the component is drawn anew only when that changes, so it picks no new objects. */
export function useMoment<Picked>(store: BoardStore, choose: (moment: BoardMoment) => Picked): Picked {
  return useSyncExternalStore(store.subscribe, () => choose(store.get()))
}
