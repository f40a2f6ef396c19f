import type { FieldTypeName } from '#shared/fields/field-type.ts'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'

/** A column of the list: its field, width in pixels, distance of its left edge from the first column's. */
export interface Column {
  readonly field: Field
  readonly width: number
  readonly left: number
  readonly alignment: 'start' | 'end'
}

/** Width in pixels that the usual value of a type needs. */
const widthByType = {
  text: 168,
  longText: 220,
  richText: 220,
  number: 104,
  money: 128,
  percent: 88,
  boolean: 80,
  date: 128,
  dateTime: 128,
  select: 128,
  multiSelect: 160,
  tags: 160,
  email: 232,
  phone: 176,
  url: 184,
  address: 220,
  rating: 112,
  autoNumber: 112,
  user: 144,
  relation: 176,
  relations: 184,
  anyRecord: 216,
  file: 160,
  json: 184,
} as const satisfies Record<FieldTypeName, number>

const numeric: ReadonlySet<FieldTypeName> = new Set(['number', 'money', 'percent'])

export const alignmentOf = (field: Field): Column['alignment'] => (numeric.has(field.type) ? 'end' : 'start')

/** Sizes and times are wanted largest and latest first, names from the beginning. */
export const naturalDirection = (field: Field): 'ascending' | 'descending' =>
  numeric.has(field.type) || field.type === 'rating' || field.type === 'dateTime' ? 'descending' : 'ascending'

export const titleWidth = 264

const usualColumns = 7
const bulky: ReadonlySet<FieldTypeName> = new Set(['longText', 'richText', 'json', 'file'])

/** The fields of the default list without the title, which always comes first: as declared, or the first light ones. */
export function listedFields(object: CatalogueObject): readonly Field[] {
  const declared = object.columns
    ?.map((name) => object.fieldByName.get(name))
    .filter((field) => field !== undefined)
  const fields =
    declared ??
    object.fields.filter((field) => !field.system && !bulky.has(field.type)).slice(0, usualColumns)
  return fields.filter((field) => field.name !== object.title)
}

/** The columns of the list from left to right. */
export function layOutColumns(object: CatalogueObject): readonly Column[] {
  let left = 0
  return [object.titleField, ...listedFields(object)].map((field, index) => {
    const width = index === 0 ? titleWidth : widthByType[field.type]
    const column: Column = { field, width, left, alignment: alignmentOf(field) }
    left += width
    return column
  })
}

/** Members and relations that the listed cells show: what `fields` and `include` of the request name. */
export function includesOf(fields: readonly Field[]): readonly string[] {
  return fields
    .filter((field) => field.type === 'relation' || field.type === 'user')
    .map((field) => field.name)
}
