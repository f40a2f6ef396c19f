import type { FieldTypeName } from '#shared/fields/field-type.ts'
import type { Catalogue, CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import type { ViewColumn, ViewDefinition } from '#shared/metadata/view.ts'
import type { RecordData } from '#web/data/index.ts'

/** A column of the list: its field, width in pixels, distance of its left edge from the first column's. */
export interface Column {
  /** As a view names it: `industry`, or over relations `company.industry`. */
  readonly path: string
  readonly field: Field
  /** The relations on the way to it; none where it is the object's own. */
  readonly through: readonly Field[]
  readonly width: number
  /** Width in pixels that it has where nobody set one. */
  readonly usual: number
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

const alignmentOf = (field: Field): Column['alignment'] => (numeric.has(field.type) ? 'end' : 'start')

/** Sizes and times are wanted largest and latest first, names from the beginning. */
export const naturalDirection = (field: Field): 'ascending' | 'descending' =>
  numeric.has(field.type) || field.type === 'rating' || field.type === 'dateTime' ? 'descending' : 'ascending'

const titleWidth = 264

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

export const leastWidth = 56
export const greatestWidth = 960

/** Pixels of a head beside its name: the icon, or where it is sorted the mark with its place; gap, edges. */
const besideName = 52
const greatestHead = 184

/** Pixels that a head needs for its name at 12 px; a Chinese character is as wide as it is high. */
const headWidth = (name: string): number =>
  Math.min(
    greatestHead,
    [...name].reduce((sum, sign) => sum + (sign > '\u2e80' ? 12 : 6.8), besideName),
  )

const bounded = (width: number) => Math.min(greatestWidth, Math.max(leastWidth, Math.round(width)))

/**
 * The columns of the list from left to right: the view's, else the object's own. The title comes first and never leaves;
 * what the view names and nobody has any more is left out. Paths over relations need the catalogue. With `nameOf` a column
 * for which nobody set a width is at least as wide as its name.
 */
export function layOutColumns(
  object: CatalogueObject,
  definition: Pick<ViewDefinition, 'columns'> = {},
  catalogue?: Catalogue,
  nameOf?: (field: Field) => string,
): readonly Column[] {
  const asked: readonly ViewColumn[] =
    definition.columns ?? listedFields(object).map(({ name }) => ({ field: name }))
  const title: ViewColumn = asked.find(({ field }) => field === object.title) ?? { field: object.title }
  const rest = asked.filter(({ field }) => field !== object.title)
  let left = 0
  const columns: Column[] = []
  for (const column of [title, ...rest]) {
    const found = follow(object, column, catalogue)
    if (found === undefined || columns.some(({ path }) => path === column.field)) continue
    const { field, through } = found
    const head = nameOf === undefined ? 0 : headWidth([...through, field].map(nameOf).join(' · '))
    const usual = bounded(
      column.field === object.title ? titleWidth : Math.max(widthByType[field.type], head),
    )
    const width = bounded(column.width ?? usual)
    columns.push({ path: column.field, field, through, width, usual, left, alignment: alignmentOf(field) })
    left += width
  }
  return columns
}

function follow(object: CatalogueObject, { field: path }: ViewColumn, catalogue: Catalogue | undefined) {
  const through: Field[] = []
  let at: CatalogueObject | undefined = object
  const steps = path.split('.')
  for (const [index, step] of steps.entries()) {
    const field: Field | undefined = at?.fieldByName.get(step)
    if (field === undefined) return undefined
    if (index === steps.length - 1) return { field, through }
    through.push(field)
    at = catalogue?.find(field.type === 'user' ? 'user' : (field.to ?? ''))
  }
  return undefined
}

/** Columns as a view keeps them; a width only where it is not the usual one. */
export const viewColumnsOf = (columns: readonly Column[]): readonly ViewColumn[] =>
  columns.map((column) =>
    column.width === column.usual ? { field: column.path } : { field: column.path, width: column.width },
  )

/** The record that holds the column's value: the row's own, or a related one that came along; undefined where there is none. */
export function holderOf(record: RecordData, column: Column): RecordData | undefined {
  let holder: RecordData | undefined = record
  for (const relation of column.through) {
    const next: unknown = holder?.[relation.name]
    holder = isRecord(next) ? next : undefined
  }
  return holder
}

const isRecord = (value: unknown): value is RecordData =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'

/** Whether a cell of the column can be edited where it stands: fields of related records are edited on theirs. */
export const isEditable = (column: Column): boolean => column.field.writable && column.through.length === 0

const named = ({ type }: Field) => type === 'relation' || type === 'user'

/** Members and relations among fields: what `include` of a request names. */
export const includesOf = (fields: readonly Field[]): readonly string[] =>
  fields.filter(named).map((field) => field.name)

/** The same for columns, some of which lead over relations. */
export const includesOfColumns = (columns: readonly Column[]): readonly string[] => [
  ...new Set(
    columns.flatMap(({ field, through }) => {
      const names = (named(field) ? [...through, field] : through).map(({ name }) => name)
      return names.length === 0 ? [] : [names.join('.')]
    }),
  ),
]
