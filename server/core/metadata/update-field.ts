import { changesBetween } from '#server/core/audit/changes-between.ts'
import type { Context } from '#server/core/context.ts'
import { AppError, invalidInput } from '#shared/errors.ts'
import { fieldTypes } from '#shared/fields/index.ts'
import type { Field } from '#shared/metadata/catalogue.ts'
import { checkField, takesMember } from '#shared/metadata/check-field.ts'
import type { FieldDefinition } from '#shared/metadata/definition.ts'
import { isRecord } from '#shared/metadata/report.ts'
import { canChangeType } from '#shared/metadata/type-change.ts'
import { requireAdmin } from './admin.ts'
import { audited } from './audited.ts'
import { changeMetadata } from './change.ts'
import { findField, findObject, objectNames, replaceField, replaceObject } from './find.ts'
import { definedField, fieldProperties, translateField } from './names.ts'
import { liveFields } from './state.ts'

/**
 * Changes the properties that `input` names; null takes one away. The type changes only where no value is lost.
 * @throws AppError for each wrong member, `unknown_object`, `unknown_field`, `name_taken`, `field_type_change`, `encryption_settled`,
 *   `existing_values_conflict` when records break the new rule, `metadata_busy`, `not_permitted`
 */
export async function updateField(cx: Context, object: string, name: string, input: unknown): Promise<Field> {
  requireAdmin(cx)
  let keys = { object: '', field: '' }
  let changes = {}
  await changeMetadata(
    cx.workspace,
    (state) => {
      const target = findObject(state, object)
      const field = findField(target, name)
      const { names, keyOf, nameOf } = objectNames(state)
      const others = liveFields(target).filter((other) => other !== field)
      const definition = checkField(patched(definedField(field, nameOf), input), {
        objects: names,
        others: others.map((other) => definedField(other, nameOf)),
      })
      refuseLossy(name, definedField(field, nameOf), definition)
      changes = changesBetween(definedField(field, nameOf), definition)
      keys = { object: target.key, field: field.key }
      const changed = {
        ...field,
        name: definition.name,
        definition: translateField(fieldProperties(definition), keyOf),
      }
      return replaceObject(state, replaceField(target, changed))
    },
    audited(cx, () => ({ kind: 'fieldChanged', object, details: { field: name, changes } })),
  )
  return cx.workspace.catalogue().byKey(keys.object)!.fieldByKey.get(keys.field)!
}

/** What the whole field would be declared as. A new type leaves the settings behind that only the old one had. */
function patched(current: FieldDefinition, input: unknown): unknown {
  if (!isRecord(input))
    throw invalidInput([{ path: '', code: 'wrong_type', parameters: { expected: 'object' } }])
  for (const member of ['name', 'type', 'label'])
    if (Object.hasOwn(input, member) && (input[member] ?? null) === null)
      throw invalidInput([{ path: `/${member}`, code: 'required', parameters: { label: member } }])
  const type = input.type
  const changesType = typeof type === 'string' && type !== current.type
  const kept = Object.entries(current).filter(
    ([member]) => !changesType || member === 'default' || takesMemberOf(type, member),
  )
  return { ...Object.fromEntries(kept), ...input }
}

function takesMemberOf(type: string, member: string): boolean {
  return canBeType(type) && takesMember(type, member)
}

const canBeType = (type: string): type is FieldDefinition['type'] => Object.hasOwn(fieldTypes, type)

function refuseLossy(name: string, before: FieldDefinition, after: FieldDefinition): void {
  if ((before.encrypted ?? false) !== (after.encrypted ?? false))
    throw new AppError('encryption_settled', { name })
  if (!canChangeType(before.type, after.type))
    throw new AppError('field_type_change', { name, from: before.type, to: after.type })
  if (before.to !== after.to)
    throw new AppError('field_type_change', { name, from: String(before.to), to: String(after.to) })
}
