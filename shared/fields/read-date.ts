import { readAbsoluteDay } from './absolute-date.ts'
import { dayLength } from './calendar.ts'
import { foldWords } from './characters.ts'
import { readChineseNumber } from './chinese-number.ts'
import type { Locale } from './field-type.ts'
import { readTime } from './read-time.ts'
import { readRelativeDay } from './relative-date.ts'
import { toLocal } from './time-zone.ts'

/** A local moment: a day (see calendar.ts) and seconds since its midnight. */
interface LocalMoment {
  readonly day: number
  readonly seconds: number
}

const longest = 60
const numerals = /[零〇一二两三四五六七八九十]+(?=[点天周个月年小分号日刻])/g
const offsetTime = /^(\d{4}-\d{2}-\d{2})[t ]\d{2}:\d{2}.*(?:z|[+-]\d{2}:?\d{2})$/
const hence =
  /^(?:in )?(\d{1,4}) ?(?:个)?(小时|分钟|分|hours?|hrs?|h|minutes?|mins?|min)(后|以后|之后|前|以前|之前| ago| later| from now)?$/

/** Folded, with Chinese numerals before a unit as digits: `十一月二十日` → `11月20日`; weekdays (周三) stay. */
function fold(text: string): string | undefined {
  if (text.length > longest) return undefined
  return foldWords(text).replace(numerals, (word, at: number, whole: string) =>
    /[周期拜]/.test(whole[at - 1] ?? '') ? word : String(readChineseNumber(word) ?? word),
  )
}

export const dayOfNow = (locale: Pick<Locale, 'now' | 'timeZone'>): number =>
  Math.floor(localNow(locale) / dayLength)

function localNow({ now, timeZone }: Pick<Locale, 'now' | 'timeZone'>): number {
  const instant = Date.parse(now)
  return toLocal(Number.isNaN(instant) ? 0 : instant, timeZone)
}

/** The day that a text means: `2026/11/20`, `11月20日`, `3/1/2017`, `下周三`, `in 3 days`; undefined where it is none. */
export function readDay(text: string, locale: Locale): number | undefined {
  const folded = fold(text)
  return folded === undefined ? undefined : readFoldedDay(folded, locale)
}

function readFoldedDay(folded: string, locale: Locale): number | undefined {
  const today = dayOfNow(locale)
  return readAbsoluteDay(folded, today, locale) ?? readRelativeDay(folded, today)
}

/** The local moment that a text means: `明天下午3点`, `tomorrow 15:00`, `in 2 hours`; midnight where only a day is named, today where only a time is. */
export function readDateTime(text: string, locale: Locale): LocalMoment | undefined {
  const folded = fold(text)
  if (folded === undefined) return undefined
  if (folded === 'now' || folded === '现在') return momentOf(localNow(locale))
  const offset = offsetTime.test(folded) ? Date.parse(folded.toUpperCase().replace(' ', 'T')) : Number.NaN
  if (!Number.isNaN(offset)) return momentOf(toLocal(offset, locale.timeZone))
  const later = hence.exec(folded)
  if (later !== null) {
    const minutes = Number(later[1]) * (/^(?:小时|h)/.test(later[2] ?? '') ? 60 : 1)
    const sign = /前|ago/.test(later[3] ?? '') ? -1 : 1
    return momentOf(localNow(locale) + sign * minutes * 60_000)
  }
  const day = readFoldedDay(folded, locale)
  if (day !== undefined) return { day, seconds: 0 }
  const time = readTime(folded)
  if (time === undefined) return undefined
  const dated = time.rest === '' ? dayOfNow(locale) : readFoldedDay(time.rest, locale)
  if (dated === undefined) return undefined
  return { day: dated + Math.floor(time.seconds / 86_400), seconds: time.seconds % 86_400 }
}

function momentOf(local: number): LocalMoment {
  const day = Math.floor(local / dayLength)
  return { day, seconds: Math.floor((local - day * dayLength) / 1000) }
}
