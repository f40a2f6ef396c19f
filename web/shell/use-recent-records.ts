import { useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { keys } from '#web/data/keys.ts'
import type { RecordData } from '#web/data/records.ts'
import { useCatalogue } from '#web/data/use-catalogue.ts'
import { rememberRecent } from './recents.ts'

/** Remembers each record whose page is opened, as soon as its data is there. */
export function useRecentRecords(workspaceId: string): void {
  const client = useQueryClient()
  const catalogue = useCatalogue()
  const { object, id } = useParams({ strict: false })

  useEffect(() => {
    const titleField = object === undefined ? undefined : catalogue.find(object)?.titleField
    if (object === undefined || id === undefined || titleField === undefined) return
    const remember = () => {
      const [found] = client
        .getQueriesData<RecordData>({ queryKey: keys.record(object, id) })
        .flatMap(([, data]) => data ?? [])
      const title = found?.[titleField.wire]
      if (typeof title !== 'string') return false
      rememberRecent(workspaceId, { object, id, title })
      return true
    }
    if (remember()) return
    const stop = client.getQueryCache().subscribe(() => {
      if (remember()) stop()
    })
    return stop
  }, [client, catalogue, workspaceId, object, id])
}
