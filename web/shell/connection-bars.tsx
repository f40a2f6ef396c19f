import { IconAlertTriangle, IconCloudOff } from '@tabler/icons-react'
import { sendNow } from '#web/data/unsaved.ts'
import { Button } from '#web/design/button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './offline-bar.module.css'

interface ConnectionBarsProps {
  readonly connected: boolean
  /** How many writes wait for the server, and how many it did not take. */
  readonly waiting: number
  readonly refused: number
  readonly onLook: () => void
}

/** A bar for a server that is away, and one for what it did not take; nothing where all is well. */
export function ConnectionBars({ connected, waiting, refused, onLook }: ConnectionBarsProps) {
  const { t } = useMessages()
  return (
    <>
      {!connected && (
        <div className={classes.bar} role="status" data-tone="away">
          <IconCloudOff aria-hidden />
          <span>{t(messageOf(waiting), { count: waiting })}</span>
          {waiting > 0 && navigator.onLine && (
            <Button variant="subtle" size="sm" onClick={sendNow}>
              {t('outbox.sendNow')}
            </Button>
          )}
        </div>
      )}
      {refused > 0 && (
        <div className={classes.bar} role="status" data-tone="refused">
          <IconAlertTriangle aria-hidden />
          <span>{t('outbox.unsaved', { count: refused })}</span>
          <Button variant="subtle" size="sm" onClick={onLook}>
            {t('outbox.look')}
          </Button>
        </div>
      )}
    </>
  )
}

function messageOf(waiting: number) {
  if (navigator.onLine) return waiting > 0 ? 'outbox.unreachableWaiting' : 'outbox.unreachable'
  return waiting > 0 ? 'outbox.waiting' : 'shell.offline'
}
