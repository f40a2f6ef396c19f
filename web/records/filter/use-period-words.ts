import { useMessages } from '#web/messages/use-messages.ts'
import { readPeriod } from './period.ts'

/** `thisMonth` → 本月; `past:30` → 过去30天 */
export function usePeriodWords(): (value: unknown) => string {
  const { t } = useMessages()
  return (value) => {
    const period = readPeriod(value)
    if (period === undefined) return String(value)
    if (period.name === 'past') return t('views.pastDays', { count: period.days })
    if (period.name === 'next') return t('views.nextDays', { count: period.days })
    return t(`views.period_${period.name}`)
  }
}
