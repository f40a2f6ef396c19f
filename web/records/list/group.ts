import type { Catalogue, CatalogueObject, Field } from '#shared/metadata/catalogue.ts'

/** Records of a list that have one value in common; its condition finds them. */
export interface Group {
  /** Text of the value: what an open or folded group is remembered by. */
  readonly key: string
  /** Wire value; the first day of the month where days are grouped; null where the field is blank. */
  readonly value: unknown
  /** Name of a related record or a member. */
  readonly name: string | undefined
  readonly filter: string
  readonly count: number
  /** What the server computed, by the measure's name: `sum(amount)`. */
  readonly figures: Readonly<Record<string, unknown>>
}

/** How rows are grouped: what the aggregate is asked to group by, and how a group's rows are found. */
export interface Grouping {
  readonly field: Field
  /** Expressions of the answer: the value, and for relations the name. */
  readonly by: readonly string[]
  readonly sort: string
  readonly filterOf: (value: unknown) => string
}

const dated = new Set(['date', 'dateTime'])
const numeric = new Set(['number', 'percent', 'rating'])
const linked = new Set(['relation', 'user'])
const groupable = new Set([
  'select',
  'boolean',
  'text',
  'date',
  'dateTime',
  'number',
  'percent',
  'rating',
  'user',
  'relation',
])

/** Fields that rows can be grouped by. */
export const groupableFields = (object: CatalogueObject): readonly Field[] =>
  object.fields.filter(
    ({ type, name, encrypted }) =>
      encrypted !== true &&
      groupable.has(type) &&
      name !== object.title &&
      name !== 'rank' &&
      name !== 'deletedAt',
  )

/** Undefined where the object has no such field, or one that nothing is grouped by. */
export function groupingBy(
  name: string | undefined,
  object: CatalogueObject,
  catalogue: Catalogue,
): Grouping | undefined {
  const field = groupableFields(object).find((candidate) => candidate.name === name)
  if (field === undefined) return undefined
  const { type, wire } = field
  if (dated.has(type)) {
    const month = `startOf(${wire}, "month")`
    return { field, by: [month], sort: month, filterOf: (value) => monthFilter(wire, value) }
  }
  if (linked.has(type)) {
    const target = catalogue.find(type === 'user' ? 'user' : (field.to ?? ''))
    const title = `${field.name}.${target?.title ?? 'name'}`
    // Stages stand as they follow each other, all else by name.
    const place = target?.fieldByName.get('position')?.type === 'number' ? [`${field.name}.position`] : []
    return {
      field,
      by: [wire, title, ...place],
      sort: place[0] ?? title,
      filterOf: (value) => equalFilter(wire, value, false),
    }
  }
  return { field, by: [wire], sort: wire, filterOf: (value) => equalFilter(wire, value, numeric.has(type)) }
}

function equalFilter(wire: string, value: unknown, isNumber: boolean): string {
  if (value === null || value === undefined) return `isBlank(${wire})`
  if (typeof value === 'boolean') return value ? wire : `not ${wire} and not isBlank(${wire})`
  return `${wire} = ${isNumber ? String(value) : JSON.stringify(String(value))}`
}

function monthFilter(wire: string, value: unknown): string {
  if (typeof value !== 'string') return `isBlank(${wire})`
  const first = value.slice(0, 10)
  return `${wire} >= date("${first}") and ${wire} < date("${nextMonth(first)}")`
}

/** `2026-12-01` → `2027-01-01` */
function nextMonth(day: string): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  const year = Math.floor(months / 12)
  return `${String(year).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`
}

/** Two conditions that both hold; an empty one asks for nothing. */
export const both = (first: string, second: string): string =>
  first === '' ? second : second === '' ? first : `(${first}) and (${second})`

/** Rows of the aggregate as groups: options as they are declared, all else as the server sorted it, blanks last. */
export function groupsOf(
  rows: readonly Readonly<Record<string, unknown>>[],
  grouping: Grouping,
): readonly Group[] {
  const [by = '', name] = grouping.by
  const order = new Map(grouping.field.options?.map(({ value }, index) => [value, index]))
  const rankOf = ({ value }: Group) =>
    value === null ? Number.POSITIVE_INFINITY : (order.get(String(value)) ?? order.size)
  const groups = rows.map((row): Group => {
    const value = row[by] ?? null
    const said = name === undefined ? undefined : row[name]
    return {
      key: JSON.stringify(value),
      value,
      name: typeof said === 'string' ? said : undefined,
      filter: grouping.filterOf(value),
      count: Number(row.count ?? 0),
      figures: row,
    }
  })
  return groups.toSorted((a, b) => {
    const [first, second] = [rankOf(a), rankOf(b)]
    return first === second ? 0 : first - second
  })
}
