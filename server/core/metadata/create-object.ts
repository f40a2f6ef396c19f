import type { Context } from '#server/core/context.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { checkObject } from '#shared/metadata/check-object.ts'
import type { ObjectDefinition } from '#shared/metadata/definition.ts'
import { fieldKey, objectKey } from '#shared/metadata/keys.ts'
import { requireAdmin } from './admin.ts'
import { audited } from './audited.ts'
import { changeMetadata } from './change.ts'
import { objectNames } from './find.ts'
import { fieldKeys, fieldProperties, objectProperties, translateField, translateObject } from './names.ts'
import type { FieldRow, MetadataState, ObjectRow } from './state.ts'

/**
 * Makes an object of the customer's own, with its table.
 * @throws AppError for each wrong member, `name_taken`, `too_many_fields`, `metadata_busy`, `not_permitted`
 */
export async function createObject(cx: Context, input: unknown): Promise<CatalogueObject> {
  requireAdmin(cx)
  let key = ''
  let made: ObjectDefinition | undefined
  await changeMetadata(
    cx.workspace,
    (state) => {
      made = checkObject(input, { objects: objectNames(state).names })
      const object = customObject(state, made)
      key = object.key
      return { ...state, objects: [...state.objects, object] }
    },
    audited(cx, () => ({
      kind: 'objectCreated',
      object: made?.name,
      details: { fields: made?.fields.map(({ name }) => name) },
    })),
  )
  return cx.workspace.catalogue().byKey(key)!
}

function customObject(state: MetadataState, definition: ObjectDefinition): ObjectRow {
  const key = objectKey(
    definition.name,
    state.objects.map((object) => object.key),
  )
  const { keyOf } = objectNames(state)
  const translate = (name: string) => (name === definition.name ? key : keyOf(name))
  const fields: FieldRow[] = []
  for (const field of definition.fields)
    fields.push({
      key: fieldKey(
        field.name,
        fields.map((other) => other.key),
      ),
      name: field.name,
      position: fields.length,
      definition: translateField(fieldProperties(field), translate),
      shipped: null,
      removed: false,
    })
  return {
    key,
    name: definition.name,
    position: state.objects.length,
    definition: translateObject(objectProperties(definition), fieldKeys(fields)),
    shipped: null,
    removed: false,
    fields,
  }
}
