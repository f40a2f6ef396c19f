import { useCallback, useMemo, useRef, useState } from 'react'
import type { RecordData } from '#web/data/index.ts'
import type { Ticked } from '../way-back/left-place.ts'
import type { Lines } from './line.ts'

export interface Selection {
  readonly ids: ReadonlySet<string>
  /** All that the list's filter and search find, loaded or not. */
  readonly everything: boolean
  readonly state: 'none' | 'some' | 'all'
  /** `range` (shift) takes all records since the one toggled before. */
  readonly toggle: (record: RecordData, line: number, range: boolean) => void
  /** Ticks the records of these lines beside those that are. */
  readonly add: (top: number, bottom: number) => void
  readonly toggleAll: () => void
  readonly selectLoaded: () => void
  readonly selectEverything: () => void
  readonly clear: () => void
}

const none: Ticked = { ids: new Set(), everything: false }

/** The ticked records; another list (`scope`) begins with none. `before` are those that one left ticked. */
export function useSelection(lines: Lines, scope: string, before: Ticked | undefined): Selection {
  const [ticked, setTicked] = useState(() => stillThere(before, lines))
  const [ofScope, setOfScope] = useState(scope)
  if (scope !== ofScope) {
    setOfScope(scope)
    setTicked(none)
  }
  const current = useRef(lines)
  current.current = lines
  const anchor = useRef(-1)

  const acts = useMemo(() => {
    const idsBetween = (top: number, bottom: number) => {
      const ids: string[] = []
      for (let line = top; line <= bottom; line++) {
        const found = current.current.at(line)
        if (found?.kind === 'record') ids.push(found.record.id)
      }
      return ids
    }
    const loaded = (): Ticked => ({
      ids: new Set(current.current.records.map(({ id }) => id)),
      everything: false,
    })
    const add = (top: number, bottom: number) =>
      setTicked((old) => ({ ...old, ids: new Set([...old.ids, ...idsBetween(top, bottom)]) }))
    return {
      add,
      toggle: (record: RecordData, line: number, range: boolean) => {
        const from = anchor.current
        anchor.current = line
        if (range && from >= 0) return add(Math.min(from, line), Math.max(from, line))
        setTicked((old) => {
          // One less than everything is the loaded ones without it.
          const next = new Set(old.everything ? loaded().ids : old.ids)
          if (!next.delete(record.id)) next.add(record.id)
          return { ids: next, everything: false }
        })
      },
      toggleAll: () =>
        setTicked((old) =>
          old.everything || old.ids.size >= current.current.records.length ? none : loaded(),
        ),
      selectLoaded: () => setTicked(loaded()),
      selectEverything: () => setTicked({ ids: loaded().ids, everything: true }),
    }
  }, [])
  const clear = useCallback(() => setTicked((old) => (old.ids.size === 0 ? old : none)), [])
  const loadedCount = lines.records.length
  return useMemo(() => {
    const { ids, everything } = ticked
    const state = ids.size === 0 ? 'none' : everything || ids.size >= loadedCount ? 'all' : 'some'
    return { ids, everything, state, ...acts, clear }
  }, [ticked, loadedCount, acts, clear])
}

/** Without those that have gone meanwhile; where nothing has arrived yet nobody knows. */
function stillThere(before: Ticked = none, { records }: Lines): Ticked {
  if (before.ids.size === 0 || records.length === 0) return before
  const ids = new Set(records.map(({ id }) => id))
  return { ...before, ids: new Set([...before.ids].filter((id) => ids.has(id))) }
}
