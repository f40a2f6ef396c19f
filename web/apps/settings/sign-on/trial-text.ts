import type { Provider } from '#web/data/providers.ts'
import type { useMessages } from '#web/messages/use-messages.ts'

/** What came of trying a provider last. */
export function trialText(t: ReturnType<typeof useMessages>['t'], { trial }: Provider): string {
  if (trial === null) return t('providers.untried')
  const { person, outcome, reason } = trial
  if (person === null || outcome === null) return t('providers.went_failed', { reason: reason ?? '' })
  const name = person.name || person.email || person.subject
  if (outcome === 'refused') return t('providers.went_refused', { name, reason: reason ?? '' })
  return t(outcome === 'member' ? 'providers.went_member' : 'providers.went_newMember', { name })
}
