import type { Language } from '#shared/language.ts'

interface Now {
  readonly language: Language
  readonly timeZone: string
  readonly now: string
}

/** `11月20日`, `Nov 20`; with the year where it is not this one. `value` is `YYYY-MM-DD`. */
export function shortDate(value: string, { language, timeZone, now }: Now): string {
  const date = new Date(`${value.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return value
  return print(date, 'UTC', language, date.getUTCFullYear() === yearIn(new Date(now), timeZone), false)
}

/** `11月20日 14:20`, `Nov 20, 14:20`: a moment (ISO 8601 UTC) in the asker's time zone. */
export function shortDateTime(value: string, { language, timeZone, now }: Now): string {
  const date = new Date(value)
  if (Number.isNaN(date.getTime())) return value
  const thisYear = yearIn(date, timeZone) === yearIn(new Date(now), timeZone)
  return print(date, timeZone, language, thisYear, true)
}

function print(
  date: Date,
  timeZone: string,
  language: Language,
  thisYear: boolean,
  withTime: boolean,
): string {
  const day = formatOf(thisYear ? 'day' : 'dated', language, timeZone).format(date)
  if (!withTime) return day
  const time = formatOf('time', language, timeZone).format(date)
  return language === 'en' ? `${day}, ${time}` : `${day} ${time}`
}

const yearIn = (date: Date, timeZone: string): number => Number(formatOf('year', 'en', timeZone).format(date))

const monthAndDay = (language: Language): Intl.DateTimeFormatOptions => ({
  month: language === 'en' ? 'short' : 'long',
  day: 'numeric',
})

const shapes = {
  day: monthAndDay,
  dated: (language) => ({ ...monthAndDay(language), year: 'numeric' }),
  time: () => ({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  year: () => ({ year: 'numeric' }),
} as const satisfies Record<string, (language: Language) => Intl.DateTimeFormatOptions>

// Making an Intl formatter costs more than a cell's whole drawing.
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(shape: keyof typeof shapes, language: Language, timeZone: string): Intl.DateTimeFormat {
  const key = `${shape} ${language} ${timeZone}`
  let format = formats.get(key)
  if (format === undefined) {
    format = new Intl.DateTimeFormat(language, { ...shapes[shape](language), timeZone })
    formats.set(key, format)
  }
  return format
}
