import { type Permissions, type Scope, scopes, type Verb, verbs } from '#shared/access/permissions.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { hasReach } from './change-permissions.ts'
import { reachOf } from './reach-of.ts'

/** A role in one sentence: what its bearers see and do, how much differs from that, what they manage. Permissions by keys or names. */
export function useSummary(): (permissions: Permissions) => string {
  const { t, language } = useMessages()
  const all = (
    words: readonly string[],
    before: 'access.andSeparator' | 'access.orSeparator' = 'access.andSeparator',
  ): string => {
    const last = words.at(-1)
    if (last === undefined || words.length < 2) return last ?? ''
    return `${words.slice(0, -1).join(t('records.listSeparator'))}${t(before)}${last}`
  }
  const does = (of: readonly Verb[]) => all(of.map((verb) => t(`access.does_${verb}`)))
  return (permissions) => {
    const reaching = (verb: Verb): Scope => reachOf(permissions, undefined, verb)
    const having = (scope: Scope) => verbs.filter((verb) => hasReach(verb) && reaching(verb) === scope)
    const reaches = scopes.toReversed().flatMap((scope) => {
      const of = scope === 'none' ? [] : having(scope)
      return of.length === 0 || scope === 'none'
        ? []
        : [t('access.does_reach', { verbs: does(of), scope: t(`access.reach_${scope}`) })]
    })
    const allowed = verbs.filter((verb) => !hasReach(verb) && reaching(verb) !== 'none')
    const refused = verbs.filter((verb) => reaching(verb) === 'none')
    const fields = Object.values(permissions.fields).reduce((sum, one) => sum + Object.keys(one).length, 0)
    const objects = Object.keys(permissions.objects).length
    const parts = [
      ...(reaching('read') === 'none' ? [t('access.doesNothing')] : reaches),
      ...(allowed.length > 0 ? [t('access.does', { verbs: does(allowed) })] : []),
      ...(refused.length > 0 && reaching('read') !== 'none'
        ? [
            t('access.doesNot', {
              verbs: all(
                refused.map((verb) => t(`access.not_${verb}`)),
                'access.orSeparator',
              ),
            }),
          ]
        : []),
      ...(objects > 0 ? [t('access.partObjects', { count: objects })] : []),
      ...(fields > 0 ? [t('access.partFields', { count: fields })] : []),
      ...(permissions.rights.length > 0
        ? [
            t('access.partRights', {
              rights: all(permissions.rights.map((right) => inSentence(t(`access.right_${right}`)))),
            }),
          ]
        : []),
    ]
    const sentence = t('access.summary', { parts: parts.join(t('access.partSeparator')) })
    return language === 'en' ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : sentence
  }
  function inSentence(words: string): string {
    return language === 'en' ? words.charAt(0).toLowerCase() + words.slice(1) : words
  }
}
