import { useQueries } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { keys, useCatalogue } from '#web/data/index.ts'
import { loadRecord } from './load-record.ts'
import type { PickerItem } from './picker.tsx'
import { titleOf } from './use-found.ts'

interface ChosenNamesProps {
  readonly object: string
  readonly ids: readonly string[]
  readonly draw: (chosen: readonly PickerItem[]) => ReactNode
}

/** Names for a list of ids: what the cache knows, the rest asked for. */
export function useNames(object: string, ids: readonly string[]): readonly PickerItem[] {
  const target = useCatalogue().find(object)
  const found = useQueries({
    queries: ids.map((id) => ({
      queryKey: keys.recordWith(object, id, []),
      queryFn: () => loadRecord(object, id),
      staleTime: 60_000,
    })),
  })
  return ids.map((id, index) => {
    const record = found[index]?.data
    return { id, label: record === undefined ? '…' : titleOf(target, record) }
  })
}

export function ChosenNames({ object, ids, draw }: ChosenNamesProps) {
  return draw(useNames(object, ids))
}
