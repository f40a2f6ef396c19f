import type { Context } from '#server/core/context.ts'
import type { Locale } from '#shared/fields/field-type.ts'

/** How texts of a file are read: as the person writes who brings it, in the workspace's currency and country. */
export function localeOf(cx: Context): Locale {
  const { currency, country } = cx.workspace.settings()
  return { language: cx.language, timeZone: cx.timeZone, currency, country, now: cx.now().toISOString() }
}
