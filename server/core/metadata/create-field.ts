import type { Context } from '#server/core/context.ts'
import type { Field } from '#shared/metadata/catalogue.ts'
import { checkField } from '#shared/metadata/check-field.ts'
import type { FieldDefinition } from '#shared/metadata/definition.ts'
import { fieldKey } from '#shared/metadata/keys.ts'
import { requireAdmin } from './admin.ts'
import { audited } from './audited.ts'
import { changeMetadata } from './change.ts'
import { findObject, objectNames, replaceObject } from './find.ts'
import { definedField, fieldProperties, translateField } from './names.ts'
import { type FieldRow, liveFields } from './state.ts'

/**
 * Adds a field to an object, with its columns.
 * @throws AppError for each wrong member, `unknown_object`, `name_taken`, `too_many_fields`,
 *   `existing_values_conflict` (required, and records are there), `metadata_busy`, `not_permitted`
 */
export async function createField(cx: Context, object: string, input: unknown): Promise<Field> {
  requireAdmin(cx)
  let keys = { object: '', field: '' }
  let made: FieldDefinition | undefined
  await changeMetadata(
    cx.workspace,
    (state) => {
      const target = findObject(state, object)
      const { names, keyOf, nameOf } = objectNames(state)
      const others = liveFields(target).map((field) => definedField(field, nameOf))
      const definition = checkField(input, { objects: names, others })
      const field: FieldRow = {
        key: fieldKey(
          definition.name,
          target.fields.map(({ key }) => key),
        ),
        name: definition.name,
        position: Math.max(-1, ...target.fields.map(({ position }) => position)) + 1,
        definition: translateField(fieldProperties(definition), keyOf),
        shipped: null,
        removed: false,
      }
      made = definition
      keys = { object: target.key, field: field.key }
      return replaceObject(state, { ...target, fields: [...target.fields, field] })
    },
    audited(cx, () => ({
      kind: 'fieldCreated',
      object,
      details: { field: made?.name, type: made?.type },
    })),
  )
  return cx.workspace.catalogue().byKey(keys.object)!.fieldByKey.get(keys.field)!
}
