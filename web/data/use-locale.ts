import { useMemo, useSyncExternalStore } from 'react'
import type { Locale } from '#shared/fields/field-type.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { onDay, today } from './day.ts'
import { currentTimeZone, onTimeZone } from './time-zone.ts'
import { useSettings } from './use-session.ts'

/** What printing and reading a value depends on: the person's language, the time zone, the workspace's currency and country. */
export function useLocale(): Locale {
  const { language } = useMessages()
  const { timeZone: workspaceZone, currency, country } = useSettings()
  const timeZone = useSyncExternalStore(onTimeZone, currentTimeZone) ?? workspaceZone
  const day = useSyncExternalStore(onDay, () => today(timeZone))
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new day is a new moment: “today” means another one
  return useMemo(
    () => ({ language, timeZone, currency, country, now: new Date().toISOString() }),
    [language, timeZone, currency, country, day],
  )
}
