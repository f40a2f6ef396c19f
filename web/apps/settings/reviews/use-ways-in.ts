import type { ReviewLine } from '#web/data/reviews.ts'
import { useMessages } from '#web/messages/use-messages.ts'

/** How somebody came in when the review was opened, in words. */
export function useWaysIn(snapshot: ReviewLine['snapshot']): string {
  const { t } = useMessages()
  const { password, passkeys, app, providers, keys } = snapshot
  return [
    password && t('reviews.password'),
    app && t('reviews.app'),
    passkeys > 0 && t('reviews.passkeys', { count: passkeys }),
    ...providers,
    keys.length > 0 && t('reviews.keys', { count: keys.length }),
  ]
    .filter((part) => part !== false)
    .join(' · ')
}
