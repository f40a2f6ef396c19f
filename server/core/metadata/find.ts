import { AppError } from '#shared/errors.ts'
import { nearest } from '#shared/nearest.ts'
import { type FieldRow, liveFields, liveObjects, type MetadataState, type ObjectRow } from './state.ts'

/** @throws AppError `unknown_object` */
export function findObject(state: MetadataState, name: string): ObjectRow {
  const objects = liveObjects(state.objects)
  const found = objects.find((object) => object.name === name)
  if (found !== undefined) return found
  const names = objects.map((object) => object.name)
  throw new AppError('unknown_object', { name, suggestion: nearest(name, names) })
}

/** @throws AppError `unknown_field` */
export function findField(object: ObjectRow, name: string): FieldRow {
  const fields = liveFields(object)
  const found = fields.find((field) => field.name === name)
  if (found !== undefined) return found
  const names = fields.map((field) => field.name)
  throw new AppError('unknown_field', { object: object.name, name, suggestion: nearest(name, names) })
}

/** The names that a new relation may point to, and how they become keys. */
export function objectNames(state: MetadataState): {
  names: string[]
  keyOf: (name: string) => string | undefined
  nameOf: (key: string) => string | undefined
} {
  const objects = liveObjects(state.objects)
  return {
    names: objects.map(({ name }) => name),
    keyOf: (name) => objects.find((object) => object.name === name)?.key,
    nameOf: (key) => objects.find((object) => object.key === key)?.name,
  }
}

export const replaceObject = (state: MetadataState, object: ObjectRow): MetadataState => ({
  ...state,
  objects: state.objects.map((other) => (other.key === object.key ? object : other)),
})

export const replaceField = (object: ObjectRow, field: FieldRow): ObjectRow => ({
  ...object,
  fields: object.fields.map((other) => (other.key === field.key ? field : other)),
})
