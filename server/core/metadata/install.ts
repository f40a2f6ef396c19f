import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { FieldDefinition, ObjectDefinition } from '#shared/metadata/definition.ts'
import { fieldKey, objectKey } from '#shared/metadata/keys.ts'
import { canChangeType } from '#shared/metadata/type-change.ts'
import { changeMetadata, type MetadataOwner } from './change.ts'
import { loosen } from './loosen.ts'
import { mergeProperties } from './merge.ts'
import {
  fieldKeys,
  fieldProperties,
  objectProperties,
  type Translate,
  translateField,
  translateObject,
} from './names.ts'
import type { FieldRow, MetadataState, ObjectRow } from './state.ts'

const declarationDigest = (definitions: readonly ObjectDefinition[]): string =>
  createHash('sha256').update(JSON.stringify(definitions)).digest('hex')

/**
 * Brings the standard objects of a workspace to what the code declares today, all in one transaction: new objects,
 * fields and options arrive; what the customer changed or removed stays as the customer wants it.
 */
export async function installShippedObjects(
  owner: MetadataOwner,
  definitions: readonly ObjectDefinition[],
): Promise<void> {
  await changeMetadata(owner, (state, client) => mergeShipped(state, definitions, owner.schema, client))
}

/** The state with `definitions` merged in; the same state if they were merged last time. */
export async function mergeShipped(
  state: MetadataState,
  definitions: readonly ObjectDefinition[],
  schema: string,
  client: pg.ClientBase,
): Promise<MetadataState> {
  const shippedDigest = declarationDigest(definitions)
  if (shippedDigest === state.shippedDigest) return state
  // As PostgreSQL gives it back: without undefined members.
  const declared: readonly ObjectDefinition[] = JSON.parse(JSON.stringify(definitions))
  const keys = assignKeys(state.objects, declared)
  const merged = declared.map((definition, index) =>
    mergeObject(definition, keys, state.objects, state.objects.length + index),
  )
  const byKey = new Map(merged.map((object) => [object.key, object]))
  const objects = [
    ...state.objects.map((object) => byKey.get(object.key) ?? disown(object)),
    ...merged.filter((object) => !state.objects.some(({ key }) => key === object.key)),
  ]
  return { ...state, shippedDigest, objects: await loosen(state.objects, objects, schema, client) }
}

/** Declared name of each standard object → its key. A customer may have renamed it since. */
function assignKeys(
  objects: readonly ObjectRow[],
  definitions: readonly ObjectDefinition[],
): Map<string, string> {
  const keys = new Map(objects.flatMap(({ key, shipped }) => (shipped ? [[shipped.name, key]] : [])))
  const taken = new Set(objects.map(({ key }) => key))
  for (const { name } of definitions) {
    if (keys.has(name)) continue
    const key = objectKey(name, taken)
    taken.add(key)
    keys.set(name, key)
  }
  return keys
}

function mergeObject(
  definition: ObjectDefinition,
  keys: ReadonlyMap<string, string>,
  objects: readonly ObjectRow[],
  position: number,
): ObjectRow {
  const key = keys.get(definition.name)!
  const old = objects.find((object) => object.key === key)
  const fields = mergeFields(definition, old?.fields ?? [], (name) => known(keys, name, definition.name))
  const declaredKeys = fieldKeys(
    fields.flatMap(({ shipped, key }) => (shipped ? [{ name: shipped.name, key }] : [])),
  )
  const declared = {
    ...translateObject(objectProperties(definition), declaredKeys),
    name: definition.name,
  }
  if (old === undefined || old.shipped === null) {
    const { name, ...properties } = declared
    const taken = objects.filter(({ removed }) => !removed).map((object) => object.name)
    return {
      key,
      name: freeName(name, taken),
      position,
      definition: properties,
      shipped: declared,
      removed: false,
      fields,
    }
  }
  const { name, ...properties } = mergeProperties(old.shipped, declared, {
    ...old.definition,
    name: old.name,
  })
  return { ...old, name, definition: properties, shipped: declared, fields }
}

function known(keys: ReadonlyMap<string, string>, name: string, from: string): string {
  const key = keys.get(name)
  if (key === undefined) throw new Error(`standard object ${from} refers to ${name}, which is not declared`)
  return key
}

function mergeFields(
  definition: ObjectDefinition,
  old: readonly FieldRow[],
  translate: Translate,
): FieldRow[] {
  const result = [...old]
  const declaredNames = new Set(definition.fields.map(({ name }) => name))
  for (const declaration of definition.fields) {
    const index = result.findIndex(({ shipped }) => shipped?.name === declaration.name)
    const existing = result[index]
    if (existing === undefined) result.push(newField(declaration, result, translate))
    else result[index] = mergeField(existing, declaration, translate)
  }
  return result.map((field) =>
    field.shipped && !declaredNames.has(field.shipped.name) ? { ...field, shipped: null } : field,
  )
}

function newField(declaration: FieldDefinition, fields: readonly FieldRow[], translate: Translate): FieldRow {
  const definition = translateField(fieldProperties(declaration), translate)
  const key = fieldKey(
    declaration.name,
    fields.map((field) => field.key),
  )
  const names = fields.filter(({ removed }) => !removed).map(({ name }) => name)
  return {
    key,
    name: freeName(declaration.name, names),
    position: fields.length,
    definition,
    shipped: { ...definition, name: declaration.name },
    removed: false,
  }
}

function mergeField(field: FieldRow, declaration: FieldDefinition, translate: Translate): FieldRow {
  const declared = {
    ...translateField(fieldProperties(declaration), translate),
    name: declaration.name,
  }
  const current = { ...field.definition, name: field.name }
  const { name, ...merged } = mergeProperties(field.shipped ?? declared, declared, current)
  const type = canChangeType(field.definition.type, merged.type) ? merged.type : field.definition.type
  const { to: _, ...rest } = merged
  const target = field.definition.to
  return {
    ...field,
    name,
    definition: { ...rest, type, ...(target !== undefined && { to: target }) },
    shipped: declared,
  }
}

/** A standard object that is declared no more belongs to the customer from now on. */
function disown(object: ObjectRow): ObjectRow {
  if (object.shipped === null) return object
  return { ...object, shipped: null, fields: object.fields.map((field) => ({ ...field, shipped: null })) }
}

function freeName(name: string, taken: readonly string[]): string {
  const names = new Set(taken.map((text) => text.toLowerCase()))
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}${number}`
    if (!names.has(candidate.toLowerCase())) return candidate
  }
}
