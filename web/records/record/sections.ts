import type { Label } from '#shared/language.ts'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'

/** A block of fields of the record page or of a form; no label: the fields that no section names. */
export interface Section {
  readonly label: Label | undefined
  readonly fields: readonly Field[]
}

const alwaysHidden: ReadonlySet<string> = new Set(['version', 'deletedAt'])

/** The fields by the object's sections; those in none come after, and the system's own last. */
export function sectionsOf(object: CatalogueObject): readonly Section[] {
  const named = (object.sections ?? []).map((section) => ({
    label: section.label,
    fields: section.fields.map((name) => object.fieldByName.get(name)).filter((field) => field !== undefined),
  }))
  const placed = new Set(named.flatMap((section) => section.fields.map((field) => field.name)))
  const rest = object.fields.filter((field) => !placed.has(field.name) && !alwaysHidden.has(field.name))
  return [
    ...named,
    { label: undefined, fields: rest.filter((field) => !field.system) },
    { label: systemLabel, fields: rest.filter((field) => field.system) },
  ].filter((section) => section.fields.length > 0)
}

export const systemLabel: Label = { 'zh-CN': '系统信息', 'zh-TW': '系統資訊', en: 'System' }

/** The field at which editing begins: the first one of the page that can be written. */
export const firstEditable = (object: CatalogueObject): string | null =>
  sectionsOf(object)
    .flatMap((section) => section.fields)
    .find((field) => field.writable)?.name ?? null

/** What a form for a new record asks: what must be filled first, then the rest in the order of the sections. */
export function formFields(object: CatalogueObject): {
  required: readonly Field[]
  further: readonly Field[]
} {
  const fields = sectionsOf(object)
    .flatMap((section) => section.fields)
    .filter((field) => field.writable && field.name !== 'currency')
  const isFirst = (field: Field) => field.required === true || field.name === object.title
  return { required: fields.filter(isFirst), further: fields.filter((field) => !isFirst(field)) }
}
