import { useMemo, useRef } from 'react'
import type { TotalFunction, ViewColumn } from '#shared/metadata/view.ts'
import { printSort, type SortKey } from '../sort.ts'
import type { ViewState } from '../views/view-state.ts'

/** What the table changes of its view. */
export interface TableLook {
  readonly sort: (keys: readonly SortKey[]) => void
  readonly columns: (columns: readonly ViewColumn[]) => void
  readonly frozen: (count: number) => void
  /** `''` for no groups. */
  readonly groupBy: (field: string) => void
  readonly totals: (totals: Readonly<Record<string, TotalFunction>>) => void
}

/** The same object for as long as the table lives, so that its head is drawn anew only when the view has changed. */
export function useTableLook(state: ViewState): TableLook {
  const latest = useRef(state)
  latest.current = state
  return useMemo(
    () => ({
      sort: (keys) => latest.current.change({ sort: printSort(keys) }),
      columns: (columns) => latest.current.change({ columns }),
      frozen: (frozen) => latest.current.change({ frozen }),
      groupBy: (groupBy) => latest.current.change({ groupBy }),
      totals: (totals) => latest.current.change({ totals }),
    }),
    [],
  )
}
