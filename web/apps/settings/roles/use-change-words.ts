import type { FieldLevel, Scope } from '#shared/access/permissions.ts'
import { useCatalogue } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { PermissionChange } from './permission-changes.ts'
import { useScopeWord } from './use-scope-words.ts'

/** A change in words: what it is about, and what it became. */
export function useChangeWords(): (change: PermissionChange) => {
  readonly about: string
  readonly became: string
} {
  const { t, label } = useMessages()
  const { byKey } = useCatalogue()
  const scopeWord = useScopeWord()
  const objectName = (key: string | undefined): string => {
    const object = key === undefined ? undefined : byKey(key)
    return key === undefined
      ? t('access.usual')
      : object === undefined
        ? key
        : label(object.pluralLabel ?? object.label)
  }
  const scoped = (scope: Scope | undefined, verb: Parameters<typeof scopeWord>[1]) =>
    scope === undefined ? t('access.asUsual') : scopeWord(scope, verb)
  const levelled = (level: FieldLevel) => t(`access.level_${level}`)
  return (change) => {
    if (change.kind === 'right')
      return {
        about: t(`access.right_${change.right}`),
        became: t(change.after ? 'access.on' : 'access.off'),
      }
    const object = objectName(change.object)
    if (change.kind === 'scope')
      return {
        about: `${object} · ${t(`access.verb_${change.verb}`)}`,
        became: scoped(change.after, change.verb),
      }
    const field = byKey(change.object)?.fieldByKey.get(change.field)
    return {
      about: `${object} · ${field === undefined ? change.field : label(field.label)}`,
      became: levelled(change.after),
    }
  }
}
