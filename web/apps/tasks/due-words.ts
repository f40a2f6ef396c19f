import { dayLength, printDay } from '#shared/fields/calendar.ts'
import type { Locale } from '#shared/fields/field-type.ts'
import { dayOfNow } from '#shared/fields/read-date.ts'
import { shortDate } from '#web/fields/short-date.ts'
import { wallTime } from '#web/fields/wall-time.ts'
import type { Translate } from '#web/messages/translate.ts'
import { dayOf } from './sections.ts'

const near = { [-1]: 'tasks.yesterday', 0: 'tasks.today', 1: 'tasks.tomorrow' } as const

const isNear = (distance: number): distance is keyof typeof near => distance in near

/** A day as people say it: 昨天, 周五, 11月20日. @param day see shared/fields/calendar.ts */
export function dayWords(day: number, locale: Locale, t: Translate): string {
  const distance = day - dayOfNow(locale)
  if (isNear(distance)) return t(near[distance])
  if (distance > 1 && distance < 7) {
    return new Intl.DateTimeFormat(locale.language, { weekday: 'short', timeZone: 'UTC' }).format(
      day * dayLength,
    )
  }
  return shortDate(printDay(day) ?? '', locale)
}

interface DueWords {
  readonly day: string
  /** `HH:MM` */
  readonly time: string
  /** How late it is: 逾期3天; undefined where it is not. */
  readonly late: string | undefined
}

/** When a task is due. @param dueAt ISO 8601 UTC @param now Unix milliseconds */
export function dueWords(dueAt: string, now: number, locale: Locale, t: Translate): DueWords {
  const day = dayOf(dueAt, locale.timeZone)
  const days = dayOfNow(locale) - day
  const passed = Date.parse(dueAt) < now
  return {
    day: dayWords(day, locale, t),
    time: wallTime(dueAt, locale.timeZone).slice(11),
    late: days > 0 ? t('tasks.lateDays', { count: days }) : passed ? t('tasks.late') : undefined,
  }
}
