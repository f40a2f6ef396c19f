import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { connection } from './connection.ts'
import { followChanges } from './events/changes.ts'
import { followEvents, onServerEvent } from './events.ts'
import { keys } from './keys.ts'
import { currentLine } from './outbox/line.ts'

/** Keeps the query cache true to what others change, for as long as the page is open. */
export function useEvents(): void {
  const client = useQueryClient()
  useEffect(() => {
    const changes = followChanges(client)
    const again = () => {
      if (!connection.get()) return
      currentLine()?.answered()
      // What was asked for in vain, or answered from what the browser keeps.
      void client.invalidateQueries()
    }
    const stops = [
      onServerEvent('change', changes.note),
      onServerEvent('pool', changes.notePool),
      onServerEvent('gap', changes.noteGap),
      onServerEvent('metadata', () => {
        void client.invalidateQueries({ queryKey: keys.catalogue })
        void client.invalidateQueries({ queryKey: keys.settings })
        // It is told as well when roles, teams or sharing changed.
        void client.invalidateQueries({ queryKey: keys.access })
        void client.invalidateQueries({ queryKey: keys.roles })
        void client.invalidateQueries({ queryKey: keys.sharingRules })
        void client.invalidateQueries({ queryKey: keys.pools })
        // A list may filter by a field that is there no more.
        void client.invalidateQueries({ queryKey: keys.records })
      }),
      onServerEvent('access', (data) => {
        const { object } = data as { readonly object?: string }
        void client.invalidateQueries({ queryKey: object === undefined ? keys.records : keys.object(object) })
        void client.invalidateQueries({ queryKey: keys.pools })
      }),
      connection.subscribe(again),
      followEvents(),
      changes.stop,
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [client])
}
