import { useEffect, useState } from 'react'
import { toLocal } from '#shared/fields/time-zone.ts'
import { useLocale } from '#web/data/index.ts'

const minute = 60_000

/** The present in local milliseconds, to the minute. */
export function useNow(): number {
  const { timeZone } = useLocale()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minute)
    return () => clearInterval(timer)
  }, [])
  return toLocal(now, timeZone)
}
