import { IconCloudOff } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './offline-bar.module.css'

function subscribe(listener: () => void) {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Says that the browser has no connection, for as long as that is so. */
export function OfflineBar() {
  const { t } = useMessages()
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  if (online) return null
  return (
    <div className={classes.bar} role="status">
      <IconCloudOff aria-hidden />
      {t('shell.offline')}
    </div>
  )
}
