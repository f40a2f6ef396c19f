import { IconAlertTriangle, IconCloudOff } from '@tabler/icons-react'
import { lazy, Suspense, useState, useSyncExternalStore } from 'react'
import { leaving } from '#web/data/leaving.ts'
import { sendNow } from '#web/data/unsaved.ts'
import { useConnected, useOutbox } from '#web/data/use-outbox.ts'
import { Button } from '#web/design/button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './offline-bar.module.css'
import { useUndoOffers } from './use-undo-offers.ts'

const UnsavedDialog = lazy(async () => ({ default: (await import('./unsaved-dialog.tsx')).UnsavedDialog }))
const LeaveDialog = lazy(async () => ({ default: (await import('./leave-dialog.tsx')).LeaveDialog }))

/** Says that the server is away and how many writes wait for it, and leads to what it did not take; else nothing. */
export function OfflineBar() {
  const { t } = useMessages()
  const connected = useConnected()
  const { waiting, refused } = useOutbox()
  const asked = useSyncExternalStore(leaving.subscribe, leaving.get)
  const [looking, setLooking] = useState(false)
  useUndoOffers()
  return (
    <>
      {!connected && (
        <div className={classes.bar} role="status" data-tone="away">
          <IconCloudOff aria-hidden />
          <span>{t(messageOf(waiting.length), { count: waiting.length })}</span>
          {waiting.length > 0 && navigator.onLine && (
            <Button variant="subtle" size="sm" onClick={sendNow}>
              {t('outbox.sendNow')}
            </Button>
          )}
        </div>
      )}
      {refused.length > 0 && (
        <div className={classes.bar} role="status" data-tone="refused">
          <IconAlertTriangle aria-hidden />
          <span>{t('outbox.unsaved', { count: refused.length })}</span>
          <Button variant="subtle" size="sm" onClick={() => setLooking(true)}>
            {t('outbox.look')}
          </Button>
        </div>
      )}
      <Suspense>
        {looking && <UnsavedDialog onClose={() => setLooking(false)} />}
        {asked && <LeaveDialog />}
      </Suspense>
    </>
  )
}

function messageOf(waiting: number) {
  if (navigator.onLine) return waiting > 0 ? 'outbox.unreachableWaiting' : 'outbox.unreachable'
  return waiting > 0 ? 'outbox.waiting' : 'shell.offline'
}
