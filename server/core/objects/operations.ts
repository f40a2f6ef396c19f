import { hash } from 'node:crypto'
import { catalogueOf } from '#server/core/access/index.ts'
import { createField } from '#server/core/metadata/create-field.ts'
import { createObject } from '#server/core/metadata/create-object.ts'
import { deleteField } from '#server/core/metadata/delete-field.ts'
import { deleteObject } from '#server/core/metadata/delete-object.ts'
import { updateField } from '#server/core/metadata/update-field.ts'
import { updateObject } from '#server/core/metadata/update-object.ts'
import { type Operation, operation, WithHeaders } from '#server/core/operation.ts'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import type { StoredField, StoredObject } from '#shared/metadata/definition.ts'
import * as contracts from '#shared/operations/metadata.ts'

/** A field as it was declared, without what the catalogue adds. */
function printField(field: Field): StoredField {
  const { column: _, wire: __, system: ___, writable: ____, ...declared } = field
  return declared
}

/** An object as it was declared, its own fields alone: the system's are every object's. */
function printObject(object: CatalogueObject): StoredObject {
  const {
    table: _,
    titleField: __,
    fieldByName: ___,
    fieldByWire: ____,
    fieldByKey: _____,
    inverses: ______,
    hasMoney: _______,
    fields,
    ...declared
  } = object
  return { ...declared, fields: fields.filter(({ system }) => !system).map(printField) }
}

/** Objects and fields, made and changed while the server runs. */
export const metadataOperations: readonly Operation[] = [
  operation(contracts.listObjectsContract, async (cx) => {
    const catalogue = catalogueOf(cx)
    const value = { data: catalogue.objects.map(printObject) }
    const etag =
      catalogue === cx.workspace.catalogue() ? '' : `-${hash('sha1', JSON.stringify(value), 'base64url')}`
    return new WithHeaders(
      { etag: `"${catalogue.version}${etag}"`, 'cache-control': 'private, no-cache' },
      value,
    )
  }),
  operation(contracts.getObjectContract, async (cx, { params }) => ({
    data: printObject(catalogueOf(cx).object(params.object!)),
  })),
  operation(contracts.createObjectContract, async (cx, { body }) => ({
    data: printObject(await createObject(cx, body)),
  })),
  operation(contracts.updateObjectContract, async (cx, { params, body }) => ({
    data: printObject(await updateObject(cx, params.object!, body)),
  })),
  operation(contracts.deleteObjectContract, (cx, { params }) => deleteObject(cx, params.object!)),
  operation(contracts.listFieldsContract, async (cx, { params }) => ({
    data: printObject(catalogueOf(cx).object(params.object!)).fields,
  })),
  operation(contracts.createFieldContract, async (cx, { params, body }) => ({
    data: printField(await createField(cx, params.object!, body)),
  })),
  operation(contracts.updateFieldContract, async (cx, { params, body }) => ({
    data: printField(await updateField(cx, params.object!, params.field!, body)),
  })),
  operation(contracts.deleteFieldContract, (cx, { params }) =>
    deleteField(cx, params.object!, params.field!),
  ),
]
