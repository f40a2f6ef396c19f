import type { Catalogue } from '#shared/metadata/catalogue.ts'
import { type FieldLevel, fieldLevels, type Permissions, scopes, verbs } from './permissions.ts'
import { levelOf, scopeOf } from './scope-of.ts'

const wider = <Word>(order: readonly Word[], one: Word, other: Word): boolean =>
  order.indexOf(one) > order.indexOf(other)

/**
 * What of these permissions somebody with `own` does not have, as `deal.update` or `deal.amount` or a right; undefined where
 * they have all of it. Both by keys. A wider scope reaches more whoever has it: `all` is beyond who has `team`.
 */
export function beyond(given: Permissions, own: Permissions, catalogue: Catalogue): string | undefined {
  const right = given.rights.find((one) => !own.rights.includes(one))
  if (right !== undefined) return right
  // Objects that are made later are `usual`.
  const usual = verbs.find((verb) => wider(scopes, given.usual[verb], own.usual[verb]))
  if (usual !== undefined) return usual
  for (const { key, name, fields } of catalogue.objects) {
    const verb = verbs.find((one) => wider(scopes, scopeOf(given, key, one), scopeOf(own, key, one)))
    if (verb !== undefined) return `${name}.${verb}`
    const reads = scopeOf(given, key, 'read') !== 'none'
    const higher = (field: string): boolean =>
      wider<FieldLevel>(fieldLevels, levelOf(given, key, field), levelOf(own, key, field))
    const field = reads ? fields.find((one) => !one.system && higher(one.key)) : undefined
    if (field !== undefined) return `${name}.${field.name}`
  }
  return undefined
}
