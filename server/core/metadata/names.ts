import type {
  FieldDefinition,
  ObjectDefinition,
  StoredField,
  StoredObject,
} from '#shared/metadata/definition.ts'
import { systemFields } from '#shared/metadata/system-fields.ts'
import {
  type FieldProperties,
  type FieldRow,
  liveFields,
  liveObjects,
  type ObjectProperties,
  type ObjectRow,
} from './state.ts'

/** Turns a name into a key, or back; undefined where there is no such thing (any more). */
export type Translate = (name: string) => string | undefined

const systemNames = [
  { name: 'currency', column: 'currency' },
  ...systemFields.map(({ name, column }) => ({ name, column })),
]

/** Field names of one object to keys, system fields included. */
export const fieldKeys = (fields: readonly { readonly name: string; readonly key: string }[]): Translate => {
  const keys = new Map([
    ...systemNames.map(({ name, column }) => [name, column] as const),
    ...fields.map(({ name, key }) => [name, key] as const),
  ])
  return (name) => keys.get(name)
}

const fieldNames = (fields: readonly FieldRow[]): Translate => {
  const names = new Map([
    ...systemNames.map(({ name, column }) => [column, name] as const),
    ...fields.map(({ name, key }) => [key, name] as const),
  ])
  return (key) => names.get(key)
}

/** The properties of an object with every field named by `translate`; what it does not know is left out. */
export function translateObject(properties: ObjectProperties, translate: Translate): ObjectProperties {
  const { title, rateDate, sections, columns, ...rest } = properties
  const all = (names: readonly string[]) => names.flatMap((name) => translate(name) ?? [])
  const newTitle = title === undefined ? undefined : translate(title)
  const newRateDate = rateDate === undefined ? undefined : translate(rateDate)
  return {
    ...rest,
    ...(newTitle !== undefined && { title: newTitle }),
    ...(newRateDate !== undefined && { rateDate: newRateDate }),
    ...(sections && {
      sections: sections.map((section) => ({ ...section, fields: all(section.fields) })),
    }),
    ...(columns && { columns: all(columns) }),
  }
}

export function translateField(properties: FieldProperties, translate: Translate): FieldProperties {
  const { to, ...rest } = properties
  const target = to === undefined ? undefined : translate(to)
  return target === undefined ? rest : { ...rest, to: target }
}

export function objectProperties({ name: _, fields: __, ...rest }: ObjectDefinition): ObjectProperties {
  return rest
}

export function fieldProperties({ name: _, ...rest }: FieldDefinition): FieldProperties {
  return rest
}

/** A field as it would be declared today. */
export const definedField = (field: FieldRow, objectName: Translate): FieldDefinition => ({
  ...translateField(field.definition, objectName),
  name: field.name,
})

/** An object as it would be declared today, living fields included. */
export function definedObject(object: ObjectRow, objectName: Translate): ObjectDefinition {
  const fields = liveFields(object)
  return {
    ...translateObject(object.definition, fieldNames(fields)),
    name: object.name,
    fields: fields.map((field) => definedField(field, objectName)),
  }
}

/** The living objects as they are named today: what a catalogue is built from. */
export function storedObjects(objects: readonly ObjectRow[]): StoredObject[] {
  const living = liveObjects(objects)
  const names = new Map(living.map(({ key, name }) => [key, name]))
  return living.map((object) => {
    const fields = liveFields(object)
    return {
      ...translateObject(object.definition, fieldNames(fields)),
      name: object.name,
      key: object.key,
      origin: originOf(object),
      fields: fields.map((field) => storedField(field, (key) => names.get(key))),
    }
  })
}

function storedField(field: FieldRow, translate: Translate): StoredField {
  const user = field.definition.type === 'user' ? translate('user') : undefined
  return {
    ...translateField(field.definition, translate),
    ...(user !== undefined && { to: user }),
    name: field.name,
    key: field.key,
    origin: originOf(field),
  }
}

const originOf = ({ shipped }: { readonly shipped: object | null }) =>
  shipped === null ? ('custom' as const) : ('shipped' as const)
