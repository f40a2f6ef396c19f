import { AppError } from '#shared/app-error.ts'
import type { FieldTypeName } from '#shared/fields/field-type.ts'
import { wireName } from '#shared/fields/wire-name.ts'
import type { Label } from '#shared/language.ts'
import { nearest } from '../nearest.ts'
import type { StoredField, StoredObject } from './definition.ts'
import { systemFields } from './system-fields.ts'

/** A field as the doors, the expression language and the screens see it: declared and system fields alike. */
export interface Field extends StoredField {
  /** Main column; a `relations` field has none but a link table of this name. */
  readonly column: string
  /** Member of a record's JSON that holds it. */
  readonly wire: string
  readonly system: boolean
  /** Whether a client may write it. */
  readonly writable: boolean
  /** For screens and not for people: found by its name, listed nowhere. */
  readonly quiet?: true
  /** Whether who asks is shown the outline alone: `138****4477`. */
  readonly masked?: true
}

/** A list of records that point here: `company` has `deals` by the relation `deal.company`. */
export interface Inverse {
  readonly object: string
  readonly field: Field
}

export interface CatalogueObject extends Omit<StoredObject, 'fields'> {
  /** Table in the workspace's schema. */
  readonly table: string
  readonly title: string
  readonly titleField: Field
  readonly fields: readonly Field[]
  readonly fieldByName: ReadonlyMap<string, Field>
  readonly fieldByWire: ReadonlyMap<string, Field>
  readonly fieldByKey: ReadonlyMap<string, Field>
  readonly inverses: readonly Inverse[]
  /** Whether a money field is there, and so a `currency`. */
  readonly hasMoney: boolean
}

/** All objects of a workspace at one version of its metadata; immutable. Wrong names give errors with a suggestion. */
export interface Catalogue {
  readonly version: number
  readonly objects: readonly CatalogueObject[]
  readonly find: (name: string) => CatalogueObject | undefined
  readonly byKey: (key: string) => CatalogueObject | undefined
  /** @throws AppError `unknown_object` */
  readonly object: (name: string) => CatalogueObject
}

const currencyLabel: Label = { 'zh-CN': '货币', 'zh-TW': '幣別', en: 'Currency' }

const systemField = (
  name: string,
  column: string,
  type: FieldTypeName,
  label: Label,
  writable: boolean,
  to?: string,
): Field => ({
  name,
  key: column,
  column,
  type,
  label,
  origin: 'shipped',
  system: true,
  writable,
  wire:
    type === 'relation' && (name === 'createdBy' || name === 'updatedBy') ? name : wireName({ name, type }),
  ...(to !== undefined && { to }),
})

const sharedSystemFields: readonly Field[] = systemFields.map(
  ({ name, column, type, label, writable, to, quiet }) => ({
    ...systemField(name, column, type, label, writable, to),
    ...(quiet && { quiet }),
  }),
)
const currencyField = systemField('currency', 'currency', 'text', currencyLabel, true)

/** @param withheld keys of system fields that are not there, by the key of their object */
export function buildCatalogue(
  version: number,
  stored: readonly StoredObject[],
  withheld: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
): Catalogue {
  const drafts = stored.map((object) => {
    const declared: Field[] = object.fields.map((field) => ({
      ...field,
      column: field.key,
      wire: wireName(field),
      system: false,
      writable: field.type !== 'autoNumber' && field.readOnly !== true,
    }))
    const hasMoney = declared.some((field) => field.type === 'money')
    // A declared field stands in for the system's of the same name: a member's main team is what it says itself.
    const named = new Set(declared.map((field) => field.name))
    const kept = sharedSystemFields.filter(
      (field) => !named.has(field.name) && withheld.get(object.key)?.has(field.key) !== true,
    )
    const known = [...declared, ...(hasMoney ? [currencyField] : []), ...kept]
    const fields = known.filter(({ quiet }) => quiet !== true)
    const fieldByName = new Map(known.map((field) => [field.name, field]))
    const title = object.title ?? 'name'
    const titleField = fieldByName.get(title) ?? declared[0]
    if (titleField === undefined) throw new Error(`object ${object.name} has no title field`)
    return {
      ...object,
      table: object.key,
      title: titleField.name,
      titleField,
      fields,
      fieldByName,
      fieldByWire: new Map(known.map((field) => [field.wire, field])),
      fieldByKey: new Map(known.map((field) => [field.key, field])),
      hasMoney,
    }
  })
  const objects: CatalogueObject[] = drafts.map((object) => ({
    ...object,
    inverses: drafts.flatMap((other) =>
      other.fields
        .filter((field) => !field.system && field.type === 'relation' && field.to === object.name)
        .map((field) => ({ object: other.name, field })),
    ),
  }))
  const byName = new Map(objects.map((object) => [object.name, object]))
  const byKey = new Map(objects.map((object) => [object.key, object]))
  return {
    version,
    objects,
    find: (name) => byName.get(name),
    byKey: (key) => byKey.get(key),
    object: (name) => {
      const found = byName.get(name)
      if (found === undefined)
        throw new AppError('unknown_object', { name, suggestion: nearest(name, byName.keys()) })
      return found
    },
  }
}
