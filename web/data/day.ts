/** Milliseconds between two looks at the clock: a machine that slept is not told of midnight. */
const rhythm = 30_000

const listeners = new Set<() => void>()
/** Days by zone as of the last look: printing a thousand cells asks a thousand times. */
const days = new Map<string, string>()
let timer: ReturnType<typeof setInterval> | undefined

/** Today in a zone (IANA), as `YYYY-MM-DD`. */
export const dayIn = (timeZone: string, now: Date = new Date()): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now)

/** Today in a zone as it was when the clock was last looked at: half a minute ago at the most. */
export function today(timeZone: string): string {
  const known = days.get(timeZone)
  if (known !== undefined) return known
  const day = dayIn(timeZone)
  days.set(timeZone, day)
  return day
}

/** Calls back when a day has begun in a zone that was asked for. @returns stops listening */
export function onDay(listener: () => void): () => void {
  listeners.add(listener)
  if (timer === undefined) {
    timer = setInterval(look, rhythm)
    document.addEventListener('visibilitychange', look)
    look()
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
    document.removeEventListener('visibilitychange', look)
  }
}

function look(): void {
  const before = [...days]
  for (const [zone] of before) days.set(zone, dayIn(zone))
  if (before.some(([zone, day]) => days.get(zone) !== day)) for (const listener of listeners) listener()
}
