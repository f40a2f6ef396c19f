import { createContext, useContext, useMemo, useSyncExternalStore } from 'react'
import type { Locale } from '#shared/fields/field-type.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { onDay, today } from './day.ts'
import { currentTimeZone, onTimeZone } from './time-zone.ts'
import { useSettings } from './use-session.ts'

/** The locale of all that stands below; a thousand cells read it, and put it together once. */
export const LocaleContext = createContext<Locale | undefined>(undefined)

/** What printing and reading a value depends on: the person's language, the time zone, the workspace's currency and country. */
export function useLocale(): Locale {
  const given = useContext(LocaleContext)
  // biome-ignore lint/correctness/useHookAtTopLevel: whether one is given does not change while a component lives
  return given ?? useOwnLocale()
}

/** Puts the locale together: for whoever gives it to those below. */
export function useOwnLocale(): Locale {
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
