import { type Access, accessOfNobody } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import type { FieldLevel, ObjectPermissions } from '#shared/access/permissions.ts'
import { poolShows } from '#shared/access/pool-field.ts'
import { levelOf } from '#shared/access/scope-of.ts'
import { parse, type SyntaxNode } from '#shared/expression/index.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { PoolRow } from './pool-row.ts'

const nothing: ObjectPermissions = {
  read: 'none',
  create: 'none',
  update: 'none',
  delete: 'none',
  transfer: 'none',
  export: 'none',
  import: 'none',
}

/**
 * The context of somebody who looks into a pool: as of one who may read the one object, with no field but those that the pool shows
 * and their own roles let them read, beside when the record was made and changed, and to whom one rule shares the records without an owner. So nothing that a pool does not show
 * can be read, filtered, sorted or guessed.
 */
export function throughPool(cx: Context, object: CatalogueObject, pool: PoolRow): Context {
  const shown = new Set([object.titleField.key, ...pool.fields])
  const { permissions } = cx.access
  // By the whole object: what somebody may not know is not in theirs, and would pass for allowed.
  const whole = cx.workspace.catalogue().byKey(object.key)!
  const levels = whole.fields.map(({ key, type, system }): [string, FieldLevel] => {
    const own = levelOf(permissions, object.key, key)
    const open = system ? key === 'owner_id' || poolShows(type) : shown.has(key)
    return [key, open ? (own === 'edit' ? 'read' : own) : 'hidden']
  })
  const access: Access = {
    ...accessOfNobody({
      usual: nothing,
      // Of nobody: that it is one's own makes no record a part of the pool.
      objects: { [object.key]: { ...nothing, read: 'own' } },
      fields: { [object.key]: Object.fromEntries(levels) },
      rights: [],
    }),
    rules: [{ id: pool.id, objectKey: object.key, condition: conditionOf(pool), level: 'read' }],
  }
  return { ...cx, access }
}

/** An owner by its key, as conditions are kept. */
const unowned: SyntaxNode = keyed(parse('isBlank(owner_id)'))

function keyed(node: SyntaxNode): SyntaxNode {
  if (node.kind === 'path') return { ...node, keyed: true }
  return node.kind === 'call' ? { ...node, arguments: node.arguments.map(keyed) } : node
}

function conditionOf({ condition }: PoolRow): SyntaxNode {
  if (condition === null) return unowned
  return { kind: 'binary', operator: 'and', left: unowned, right: condition, start: 0, end: 0 }
}
