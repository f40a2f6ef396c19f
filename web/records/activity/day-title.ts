import { printDay } from '#shared/fields/calendar.ts'
import type { Locale } from '#shared/fields/field-type.ts'
import { dayOfNow } from '#shared/fields/read-date.ts'
import { shortDate } from '#web/fields/short-date.ts'
import type { PlainMessageKey } from '#web/messages/catalogue.ts'

const near: Readonly<Record<number, PlainMessageKey>> = {
  0: 'activity.today',
  [-1]: 'activity.yesterday',
  1: 'activity.tomorrowDay',
}

/** What a day is called: the text of a key where it is near, else the date itself. */
export function dayTitle(
  day: string,
  locale: Locale,
): { readonly key: PlainMessageKey } | { readonly text: string } {
  const today = dayOfNow(locale)
  const distance = [-1, 0, 1].find((offset) => printDay(today + offset) === day)
  const key = distance === undefined ? undefined : near[distance]
  return key === undefined ? { text: shortDate(day, locale) } : { key }
}
