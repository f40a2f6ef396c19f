import { changesBetween } from '#server/core/audit/changes-between.ts'
import type { Context } from '#server/core/context.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { checkObjectChange } from '#shared/metadata/check-object.ts'
import { requireAdmin } from './admin.ts'
import { audited } from './audited.ts'
import { changeMetadata } from './change.ts'
import { findObject, objectNames, replaceObject } from './find.ts'
import { definedObject, fieldKeys, objectProperties, translateObject } from './names.ts'
import { liveFields } from './state.ts'

/**
 * Changes the properties that `input` names; null takes one away. A new name breaks nothing: all that refers to the
 * object does so by its key.
 * @throws AppError for each wrong member, `unknown_object`, `name_taken`, `metadata_busy`, `not_permitted`
 */
export async function updateObject(cx: Context, name: string, input: unknown): Promise<CatalogueObject> {
  requireAdmin(cx)
  let key = ''
  let changes = {}
  await changeMetadata(
    cx.workspace,
    (state) => {
      const object = findObject(state, name)
      key = object.key
      const { names, nameOf } = objectNames(state)
      const others = names.filter((other) => other !== name)
      const changed = checkObjectChange(input, definedObject(object, nameOf), { objects: others })
      changes = changesBetween(definedObject(object, nameOf), changed)
      const definition = translateObject(objectProperties(changed), fieldKeys(liveFields(object)))
      return replaceObject(state, { ...object, name: changed.name, definition })
    },
    audited(cx, () => ({ kind: 'objectChanged', object: name, details: { changes } })),
  )
  return cx.workspace.catalogue().byKey(key)!
}
