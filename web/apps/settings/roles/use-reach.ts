import { type Permissions, type Scope, type Verb, verbs } from '#shared/access/permissions.ts'
import { keptBy } from '#shared/access/scope-of.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { reachOf } from './reach-of.ts'
import { useScopeWord } from './use-scope-words.ts'
import { useSummary } from './use-summary.ts'

interface Reach {
  /** Of reading. */
  readonly scope: Scope
  readonly words: string
  readonly differs: boolean
}

/** What a role says in a line: of an object as usual, or how far each verb that differs reaches; of no object the usual. */
export function useReach(permissions: Permissions): (object: CatalogueObject | undefined) => Reach {
  const { t } = useMessages()
  const word = useScopeWord()
  const summary = useSummary()
  return (object) => {
    if (object === undefined) {
      const words = summary({ usual: permissions.usual, objects: {}, fields: {}, rights: [] })
      return { scope: reachOf(permissions, undefined, 'read'), words, differs: false }
    }
    const own = permissions.objects[object.key]
    const limited = Object.keys(permissions.fields[object.key] ?? {}).length
    const right = keptBy(object.key)
    const scopeIn = (verb: Verb) => reachOf(permissions, object, verb)
    const said = verbs
      .filter((verb) => own?.[verb] !== undefined)
      .map((verb) =>
        t('access.verbReaches', { verb: t(`access.verb_${verb}`), scope: word(scopeIn(verb), verb) }),
      )
    const fields = limited > 0 ? [t('access.limited', { count: limited })] : []
    const kept =
      right === undefined || right === 'engine'
        ? undefined
        : t('access.keptByRight', { right: t(`access.right_${right}`) })
    const parts = [...(kept === undefined ? said : []), ...fields]
    return {
      scope: scopeIn('read'),
      words: parts.length === 0 ? (kept ?? t('access.asUsual')) : parts.join(t('records.listSeparator')),
      differs: parts.length > 0,
    }
  }
}
