import { useSyncExternalStore } from 'react'
import { PeekPanel } from '../peek/peek-panel.tsx'
import { useBoard } from './board-context.ts'
import { useMoment } from './board-store.ts'

/** The active card beside the board, as long as somebody wants to see more of it. */
export function BoardPeek() {
  const { store, pool, acts, query } = useBoard()
  const id = useMoment(store, ({ peeking, active, lift }) =>
    peeking && lift === undefined ? active : undefined,
  )
  const record = useSyncExternalStore(pool.subscribe, () =>
    id === undefined ? undefined : pool.find(id)?.record,
  )
  if (record === undefined) return null
  const step = (by: 1 | -1) => {
    const at = pool.find(record.id)
    const next = at && pool.cards(at.column)[at.index + by]
    if (next !== undefined) store.set({ active: next.id })
  }
  return (
    <PeekPanel
      key={record.id}
      object={query.object}
      record={record}
      onOpen={() => acts.open(record.id)}
      onStep={step}
      onClose={() => store.set({ peeking: false })}
    />
  )
}
