import { useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useCatalogue } from '#web/data/use-catalogue.ts'
import { rememberRecent } from './recents.ts'
import { cachedTitle } from './record-in-view.ts'

/** Remembers each record whose page is opened, as soon as its data is there. */
export function useRecentRecords(workspaceId: string): void {
  const client = useQueryClient()
  const catalogue = useCatalogue()
  const { object, id } = useParams({ strict: false })

  useEffect(() => {
    const wire = object === undefined ? undefined : catalogue.find(object)?.titleField.wire
    if (object === undefined || id === undefined || wire === undefined) return
    const remember = () => {
      const title = cachedTitle(client, object, id, wire)
      if (title === undefined) return false
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
