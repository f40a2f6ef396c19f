// Making an Intl formatter costs more than a cell's whole drawing.
const formats = new Map<string, Intl.DateTimeFormat>()

/** A moment (ISO 8601 UTC) as the clock on the wall of a time zone shows it: `2026-11-20 14:30`. */
export function wallTime(moment: string, timeZone: string): string {
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) return moment
  let format = formats.get(timeZone)
  if (format === undefined) {
    // Swedish writes dates as ISO 8601 does.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    formats.set(timeZone, format)
  }
  return format.format(date)
}
