import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { ViewState } from '../views/view-state.ts'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** A record was opened from the list, which lies before it in the history. */
    overList?: boolean
  }
}

export const poolRoute = '/shell/pools/$pool'

interface PoolSearch {
  readonly filter?: string | undefined
  readonly sort?: string | undefined
  readonly search?: string | undefined
  /** Id of the record that is looked at. */
  readonly record?: string | undefined
}

/** How a pool is looked at now: what the address says, in the shape in which the list's tools change it. */
export function usePoolState() {
  const { filter, sort, search, record }: PoolSearch = useSearch({ from: poolRoute })
  const router = useRouter()
  const navigate = useNavigate()
  const go = useCallback(
    (part: PoolSearch, state?: true) =>
      void navigate({
        to: '.',
        search: (old: Readonly<Record<string, string | undefined>>) =>
          Object.fromEntries(Object.entries({ ...old, ...part }).filter(([, text]) => text)),
        replace: true,
        ...(state !== undefined && { state }),
      }),
    [navigate],
  )
  const definition = useMemo(
    () => ({ ...(filter !== undefined && { filter }), ...(sort !== undefined && { sort }) }),
    [filter, sort],
  )
  const change = useCallback<ViewState['change']>(
    (part) => {
      const { filter: nextFilter, sort: nextSort, search: nextSearch } = part
      // The list that lies before an open record is another one from here on: nothing is kept of where it was opened.
      go({
        ...(nextFilter !== undefined && { filter: nextFilter.trim() }),
        ...(nextSort !== undefined && { sort: nextSort }),
        ...(nextSearch !== undefined && { search: nextSearch }),
      })
    },
    [go],
  )
  /** To a neighbour of the record that is open; the way back leads to the list from there, too. */
  const look = useCallback((id: string) => go({ record: id }, true), [go])
  const leaving = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it is closed, or another one is open
  useEffect(() => {
    leaving.current = false
  }, [record])
  const close = useCallback(() => {
    if (router.history.location.state.overList !== true) return go({ record: undefined })
    // The way back takes a moment: twice it would lead out of the list.
    if (!leaving.current) router.history.back()
    leaving.current = true
  }, [go, router])
  return { definition, search: search ?? '', change, record, look, close }
}

export type PoolState = ReturnType<typeof usePoolState>
