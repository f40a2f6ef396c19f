/** A moment (ISO 8601 UTC) as the clock on the wall of a time zone shows it: `2026-11-20 14:30`. */
export function wallTime(moment: string, timeZone: string): string {
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) return moment
  // Swedish writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(date)
}
