import type { Permissions, Scope } from '#shared/access/permissions.ts'
import { scopeOf } from '#shared/access/scope-of.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { neededFor, type RecordVerb } from './record-verbs.ts'
import type { RecordData } from './records.ts'

/** What a scope says by itself; undefined where the record has to be looked at. */
const saidBy = (scope: Scope, own: boolean): boolean | undefined =>
  scope === 'all' ? true : scope === 'none' ? false : own || undefined

/** One that the server has not seen yet was made here. */
const isOwn = ({ ownerId, version }: RecordData, userId: string): boolean =>
  ownerId === userId || version === 0

/** What the server said of the record when it gave it. */
function toldBy({ $may }: RecordData, verb: RecordVerb): boolean | undefined {
  const told = typeof $may === 'object' && $may !== null ? Reflect.get($may, verb) : undefined
  return typeof told === 'boolean' ? told : undefined
}

/**
 * Whether somebody may do something with one record, as far as roles and the record itself say; undefined of what would have
 * to be asked.
 * @param permissions by keys
 */
export function knownMay(
  permissions: Permissions,
  userId: string,
  object: CatalogueObject,
  record: RecordData,
  verb: RecordVerb,
): boolean | undefined {
  const said = neededFor[verb].map(
    (one) => saidBy(scopeOf(permissions, object.key, one), isOwn(record, userId)) ?? toldBy(record, one),
  )
  return said.includes(false) ? false : said.includes(undefined) ? undefined : true
}
