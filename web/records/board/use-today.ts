import { useMemo } from 'react'
import { useLocale } from '#web/data/index.ts'
import type { Today } from './risk.ts'

/** The day of the person who looks. */
export function useToday(): Today {
  const { now, timeZone } = useLocale()
  return useMemo(() => {
    const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    const [date = '', time = ''] = clock.format(new Date(now)).split(' ')
    const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
    return { date, began: Date.parse(now) - ((hours * 60 + minutes) * 60 + seconds) * 1000 }
  }, [now, timeZone])
}
