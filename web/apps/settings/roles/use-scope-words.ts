import type { Scope, Verb } from '#shared/access/permissions.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { hasReach } from './change-permissions.ts'

/** The word of a scope in a cell: how far, or whether at all where nothing has a reach. */
export function useScopeWord(): (scope: Scope, verb: Verb | undefined) => string {
  const { t } = useMessages()
  return (scope, verb) =>
    verb === undefined || hasReach(verb)
      ? t(`access.scope_${scope}`)
      : t(scope === 'none' ? 'access.refused' : 'access.allowed')
}
