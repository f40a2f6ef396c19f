import { useMemo } from 'react'
import type { Locale } from '#shared/fields/field-type.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { useSettings } from './use-session.ts'

/** What printing and reading a value depends on: the person's language, the workspace's currency, zone and country. */
export function useLocale(): Locale {
  const { language } = useMessages()
  const { timeZone, currency, country } = useSettings()
  return useMemo(
    () => ({ language, timeZone, currency, country, now: new Date().toISOString() }),
    [language, timeZone, currency, country],
  )
}
