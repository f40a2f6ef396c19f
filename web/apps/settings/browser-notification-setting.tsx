import { Switch } from '@mantine/core'
import { useState } from 'react'
import { browserCanNotify, browserNotifies, setBrowserNotifies } from '#web/data/browser-notifications.ts'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { SettingLine } from './setting-line.tsx'

/** Whether this browser shows notifications of its own; asks for its permission when it is switched on. */
export function BrowserNotificationSetting() {
  const { t } = useMessages()
  const [on, setOn] = useState(browserNotifies)
  if (!browserCanNotify()) return null
  const change = async (wanted: boolean) => {
    const now = await setBrowserNotifies(wanted)
    setOn(now)
    if (wanted && !now) showToast(t('settings.browserNotificationsRefused'), { tone: 'problem' })
  }
  return (
    <SettingLine label={t('settings.browserNotifications')} help={t('settings.browserNotificationsHelp')}>
      <Switch
        label={t('settings.browserNotificationsOn')}
        checked={on}
        onChange={(event) => void change(event.target.checked)}
      />
    </SettingLine>
  )
}
