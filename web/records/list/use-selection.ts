import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { RecordData } from '#web/data/index.ts'
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

interface Ticked {
  readonly ids: ReadonlySet<string>
  readonly everything: boolean
}

const none: Ticked = { ids: new Set(), everything: false }

/** The ticked records; another list (`scope`) begins with none. */
export function useSelection(lines: Lines, scope: string): Selection {
  const [ticked, setTicked] = useState<Ticked>(none)
  const current = useRef(lines)
  current.current = lines
  const anchor = useRef(-1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list begins with nothing ticked
  useEffect(() => setTicked(none), [scope])

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
