import { useSyncExternalStore } from 'react'
import { connection } from './connection.ts'
import type { Entry } from './outbox/entry.ts'
import { currentLine, onLine } from './outbox/line.ts'

interface Unsent {
  readonly waiting: readonly Entry[]
  readonly refused: readonly Entry[]
}

const nothing: Unsent = { waiting: [], refused: [] }

/** What was written and is not on the server yet, and what it did not take. */
export function useOutbox(): Unsent {
  return useSyncExternalStore(subscribe, () => currentLine()?.get() ?? nothing)
}

function subscribe(listener: () => void): () => void {
  let stop = currentLine()?.subscribe(listener)
  const stopLine = onLine(() => {
    stop?.()
    stop = currentLine()?.subscribe(listener)
    listener()
  })
  return () => {
    stop?.()
    stopLine()
  }
}

/** Whether the server was there when it was last asked. */
export function useConnected(): boolean {
  return useSyncExternalStore(connection.subscribe, connection.get)
}
