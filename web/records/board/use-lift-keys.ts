import { useEffect } from 'react'
import type { BoardParts } from './board-context.ts'
import { useMoment } from './board-store.ts'
import { type Direction, stepTarget } from './drag-target.ts'

const steps: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  k: 'up',
  j: 'down',
}
const puts: ReadonlySet<string> = new Set(['Enter', ' ', 'm'])

/** Keys while a card was lifted by key: they are all the card's until it is put down or back. */
export function useLiftKeys(
  parts: BoardParts,
  columns: readonly string[],
  asking: boolean,
  drop: () => void,
  putBack: () => void,
): void {
  const { store, pool, manual } = parts
  const lifted = useMoment(store, ({ lift }) => lift?.by === 'keys')
  useEffect(() => {
    if (!lifted || asking) return
    const size = (column: string) => {
      const held = store.get().lift?.record.id
      return pool.cards(column).filter(({ id }) => id !== held).length
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing) return
      const { target } = store.get()
      const direction = steps[event.key]
      if (direction !== undefined && target !== undefined)
        store.aim(stepTarget(target, direction, { columns, size, manual }))
      else if (puts.has(event.key)) drop()
      else if (event.key === 'Escape') putBack()
      else if (event.key !== 'Tab') return
      event.preventDefault()
      event.stopPropagation()
    }
    document.addEventListener('keydown', onKeyDown, { capture: true })
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [lifted, asking, store, pool, manual, columns, drop, putBack])
}
