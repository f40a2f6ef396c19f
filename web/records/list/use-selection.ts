import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { RecordData } from '#web/data/index.ts'

export interface Selection {
  readonly ids: ReadonlySet<string>
  readonly state: 'none' | 'some' | 'all'
  /** `range` (shift) takes all rows since the one toggled before. */
  readonly toggle: (record: RecordData, index: number, range: boolean) => void
  readonly toggleAll: () => void
  readonly clear: () => void
}

/** The ticked rows. `all` are those that have been loaded; another list (`scope`) begins with none. */
export function useSelection(rows: readonly RecordData[], scope: string): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const current = useRef(rows)
  current.current = rows
  const anchor = useRef(-1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list begins with nothing ticked
  useEffect(() => setIds(new Set()), [scope])

  const toggle = useCallback((record: RecordData, index: number, range: boolean) => {
    const from = anchor.current
    anchor.current = index
    setIds((old) => {
      const next = new Set(old)
      if (range && from >= 0) {
        const [first, end] = from < index ? [from, index] : [index, from]
        for (const row of current.current.slice(first, end + 1)) next.add(row.id)
      } else if (!next.delete(record.id)) next.add(record.id)
      return next
    })
  }, [])
  const clear = useCallback(() => setIds(new Set()), [])
  const toggleAll = useCallback(
    () =>
      setIds((old) =>
        old.size >= current.current.length ? new Set() : new Set(current.current.map((row) => row.id)),
      ),
    [],
  )
  return useMemo(() => {
    const state = ids.size === 0 ? 'none' : ids.size >= rows.length ? 'all' : 'some'
    return { ids, state, toggle, toggleAll, clear }
  }, [ids, rows.length, toggle, toggleAll, clear])
}
