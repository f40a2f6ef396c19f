import { useMessages } from '#web/messages/use-messages.ts'

/** Prints how long something took, in minutes: `12分钟`, `1小时5分`. */
export function useDuration(): (minutes: number) => string {
  const { t } = useMessages()
  return (total) => {
    const [hours, minutes] = [Math.floor(total / 60), total % 60]
    if (hours === 0) return t('activity.minutes', { count: minutes })
    return minutes === 0 ? t('activity.hours', { hours }) : t('activity.hoursMinutes', { hours, minutes })
  }
}
