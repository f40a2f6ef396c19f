import { type KeyboardEvent, useCallback } from 'react'
import { useKeys } from '#web/design/use-keys.ts'
import { composing } from '#web/fields/index.ts'
import type { BoardParts } from './board-context.ts'
import type { Direction } from './drag-target.ts'

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/** Keys that go from card to card and act on the active one; a lifted card has keys of its own. */
export function useBoardKeys(parts: BoardParts, openColumns: readonly string[]) {
  const { store, pool, acts } = parts
  const go = useCallback(
    (direction: Direction) => {
      const { active } = store.get()
      const at = active === undefined ? undefined : pool.find(active)
      if (at === undefined) {
        const start = openColumns.find((column) => pool.cards(column).length > 0)
        return store.set({ active: pool.cards(start ?? '')[0]?.id })
      }
      if (direction === 'up' || direction === 'down') {
        const next = pool.cards(at.column)[at.index + (direction === 'down' ? 1 : -1)]
        if (next !== undefined) store.set({ active: next.id })
        return
      }
      const step = direction === 'right' ? 1 : -1
      for (
        let place = openColumns.indexOf(at.column) + step;
        openColumns[place] !== undefined;
        place += step
      ) {
        const cards = pool.cards(openColumns[place] ?? '')
        const next = cards[Math.min(at.index, cards.length - 1)]
        if (next !== undefined) return store.set({ active: next.id })
      }
    },
    [store, pool, openColumns],
  )
  const withActive = (act: (id: string) => void) => () => {
    const { active, lift } = store.get()
    if (active !== undefined && lift === undefined && pool.find(active) !== undefined) act(active)
  }
  useKeys({
    j: () => go('down'),
    k: () => go('up'),
    x: withActive((id) => store.toggle(id)),
    e: withActive(acts.startRename),
    m: withActive(acts.lift),
    Escape: () => {
      const { peeking, selected, adding } = store.get()
      if (peeking) store.set({ peeking: false })
      else if (selected.size > 0 || adding !== undefined)
        store.set({ selected: new Set(), adding: undefined })
      else {
        store.set({ active: undefined })
        // A card that has the focus is the active one.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      }
    },
  })

  /** Of a card that has the focus: keys that elsewhere belong to buttons and to scrolling. */
  return (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.card === undefined || composing(event))
      return
    if (store.get().lift !== undefined || event.metaKey || event.ctrlKey || event.altKey) return
    const direction = arrows[event.key]
    const id = event.target.dataset.card
    if (direction !== undefined) go(direction)
    else if (event.key === 'Enter') acts.open(id)
    else if (event.key === ' ') store.set({ peeking: !store.get().peeking })
    else return
    event.preventDefault()
  }
}
