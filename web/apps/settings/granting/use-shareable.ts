import type { Verb } from '#shared/access/permissions.ts'
import { keptBy, scopeOf } from '#shared/access/scope-of.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useCatalogue } from '#web/data/index.ts'
import { useOwnPermissions } from './use-own-permissions.ts'

/** What somebody may share by a rule: objects all of whose records they reach themselves. */
export function useShareable() {
  const { objects } = useCatalogue()
  const { own } = useOwnPermissions()
  const reachesAll = ({ key }: CatalogueObject, verb: Verb) => scopeOf(own, key, verb) === 'all'
  const mayShare = (object: CatalogueObject) => keptBy(object.key) === undefined && reachesAll(object, 'read')
  return {
    objects: objects.filter(mayShare),
    mayShare,
    mayShareToEdit: (object: CatalogueObject) => reachesAll(object, 'update'),
  }
}
