import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useCallback } from 'react'
import { keys } from '#web/data/keys.ts'
import type { RecordData } from '#web/data/records.ts'
import { useCatalogue } from '#web/data/use-catalogue.ts'

interface RecordInView {
  readonly object: string
  readonly id: string
  readonly title: string
}

/** The title of a record by what the cache holds of it; undefined where that is nothing yet. */
export function cachedTitle(
  client: QueryClient,
  object: string,
  id: string,
  titleWire: string,
): string | undefined {
  const [found] = client
    .getQueriesData<RecordData>({ queryKey: keys.record(object, id) })
    .flatMap(([, data]) => data ?? [])
  const title = found?.[titleWire]
  return typeof title === 'string' ? title : undefined
}

/** Tells, when asked, which record's page is in view. */
export function useRecordInView(): () => RecordInView | undefined {
  const client = useQueryClient()
  const catalogue = useCatalogue()
  const { object, id } = useParams({ strict: false })
  return useCallback(() => {
    const wire = object === undefined ? undefined : catalogue.find(object)?.titleField.wire
    if (object === undefined || id === undefined || wire === undefined) return undefined
    return { object, id, title: cachedTitle(client, object, id, wire) ?? '' }
  }, [client, catalogue, object, id])
}
