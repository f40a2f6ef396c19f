import type { Context } from '#server/core/context.ts'
import { AppError } from '#shared/errors.ts'
import { requireAdmin } from './admin.ts'
import { audited } from './audited.ts'
import { changeMetadata } from './change.ts'
import { findObject } from './find.ts'
import { type FieldRow, type ObjectRow, referenceTarget } from './state.ts'

/**
 * Takes a custom object away, and with it the relations that point to it. Tables and columns stay for the history.
 * @throws AppError `unknown_object`, `object_protected`, `metadata_busy`, `not_permitted`
 */
export async function deleteObject(cx: Context, name: string): Promise<void> {
  requireAdmin(cx)
  await changeMetadata(
    cx.workspace,
    (state) => {
      const object = findObject(state, name)
      if (object.shipped !== null) throw new AppError('object_protected', { name })
      const objects = state.objects.map((other) =>
        other.key === object.key ? { ...other, removed: true } : withoutReferences(other, object.key),
      )
      return { ...state, objects }
    },
    audited(cx, () => ({ kind: 'objectDeleted', object: name })),
  )
}

function withoutReferences(object: ObjectRow, key: string): ObjectRow {
  const points = (field: FieldRow) => !field.removed && referenceTarget(field) === key
  if (!object.fields.some(points)) return object
  return {
    ...object,
    fields: object.fields.map((field) => (points(field) ? { ...field, removed: true } : field)),
  }
}
