/** A time of day as people type it (`9`, `9:30`, `0930`, `18：00`) as `HH:MM`; undefined for anything else. */
export function readClock(text: string): string | undefined {
  const match = /^\s*(\d{1,2})(?:[:：.]?(\d{2}))?\s*$/.exec(text)
  const hours = Number(match?.[1])
  const minutes = Number(match?.[2] ?? 0)
  if (match === null || hours > 23 || minutes > 59) return undefined
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}
