import { dayLength } from '#shared/fields/calendar.ts'
import type { Locale } from '#shared/fields/field-type.ts'
import { readDateTime } from '#shared/fields/read-date.ts'
import { toInstant } from '#shared/fields/time-zone.ts'

const weekdays = /[(（]?(?:星期|周|礼拜|週)[一二三四五六日天][)）]?/g
const named = /(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? /i
const withOffset = /[+-]\d{2}:?\d{2}\b|\b(?:GMT|UTC)\b|\dZ$/

/**
 * The moment that a copied header names, as ISO 8601 UTC: `2026/11/20 14:03`, `2026年11月20日(星期五) 下午2:03`,
 * `Fri, 20 Nov 2026 14:03:22 +0800`; undefined where it names none.
 */
export function momentOf(text: string, locale: Locale): string | undefined {
  const trimmed = text.trim()
  if (withOffset.test(trimmed)) {
    const instant = Date.parse(trimmed.replace(/\s*\([^()]*\)$/, ''))
    if (!Number.isNaN(instant)) return new Date(instant).toISOString()
  }
  const plain = trimmed
    .replaceAll(weekdays, ' ')
    .replace(named, '')
    .replace(/\bat\b/, ' ')
    .replace(/,(?= *\d{1,2}:\d{2})/, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const read = readDateTime(plain, locale)
  if (read === undefined) return undefined
  const instant = toInstant(read.day * dayLength + read.seconds * 1000, locale.timeZone)
  return new Date(instant).toISOString()
}
