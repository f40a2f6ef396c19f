import type { Context } from '#server/core/context.ts'
import { AppError } from '#shared/errors.ts'
import { requireAdmin } from './admin.ts'
import { audited } from './audited.ts'
import { changeMetadata } from './change.ts'
import { findField, findObject, replaceField, replaceObject } from './find.ts'
import { titleKey } from './state.ts'

/**
 * Takes a custom field away. Its column stays for the history.
 * @throws AppError `unknown_object`, `unknown_field`, `field_protected`, `title_field_in_use`, `metadata_busy`,
 *   `not_permitted`
 */
export async function deleteField(cx: Context, object: string, name: string): Promise<void> {
  requireAdmin(cx)
  await changeMetadata(
    cx.workspace,
    (state) => {
      const target = findObject(state, object)
      const field = findField(target, name)
      if (field.shipped !== null) throw new AppError('field_protected', { name })
      if (field.key === titleKey(target)) throw new AppError('title_field_in_use', { name })
      return replaceObject(state, replaceField(target, { ...field, removed: true }))
    },
    audited(cx, () => ({ kind: 'fieldDeleted', object, details: { field: name } })),
  )
}
