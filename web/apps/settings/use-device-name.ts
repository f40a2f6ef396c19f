import { useMessages } from '#web/messages/use-messages.ts'
import { deviceOf } from './device-name.ts'

/** Names a browser as its person would: “Chrome on Windows”. */
export function useDeviceName(): (userAgent: string | null) => string {
  const { t } = useMessages()
  return (userAgent) => {
    const { browser, system } = deviceOf(userAgent ?? '')
    if (browser !== undefined && system !== undefined) return t('auth.browserOn', { browser, system })
    return browser ?? system ?? t('auth.unknownDevice')
  }
}
