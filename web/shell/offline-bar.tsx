import { lazy, Suspense, useState, useSyncExternalStore } from 'react'
import { leaving } from '#web/data/leaving.ts'
import { useConnected, useOutbox } from '#web/data/use-outbox.ts'
import { ConnectionBars } from './connection-bars.tsx'
import { useUndoOffers } from './use-undo-offers.ts'

const UnsavedDialog = lazy(async () => ({ default: (await import('./unsaved-dialog.tsx')).UnsavedDialog }))
const LeaveDialog = lazy(async () => ({ default: (await import('./leave-dialog.tsx')).LeaveDialog }))

/** Says that the server is away and how many writes wait for it, and leads to what it did not take; else nothing. */
export function OfflineBar() {
  const connected = useConnected()
  const { waiting, refused } = useOutbox()
  const asked = useSyncExternalStore(leaving.subscribe, leaving.get)
  const [looking, setLooking] = useState(false)
  useUndoOffers()
  return (
    <>
      <ConnectionBars
        connected={connected}
        waiting={waiting.length}
        refused={refused.length}
        onLook={() => setLooking(true)}
      />
      <Suspense>
        {looking && <UnsavedDialog onClose={() => setLooking(false)} />}
        {asked && <LeaveDialog />}
      </Suspense>
    </>
  )
}
