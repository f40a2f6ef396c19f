import { sealedSql } from '#server/core/encryption/sealed-json.ts'
import { quoted, type Scope } from '#server/core/expression/scope.ts'
import { linkTableName, rankSql } from '#server/core/metadata/columns.ts'
import { maskSql } from '#shared/access/mask.ts'
import { AppError } from '#shared/errors.ts'
import { targetOf } from '#shared/expression/resolve.ts'
import { fieldTypes } from '#shared/fields/index.ts'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { nearest } from '#shared/nearest.ts'
import { placed } from './place.ts'

/** What of a record is printed: its fields, and the records that `include` asks for along. */
interface Projection {
  readonly fields: readonly Field[]
  readonly includes: readonly Include[]
}

interface Include {
  /** Member of the JSON that holds the record, or the list of records. */
  readonly member: string
  readonly field: Field
  readonly target: CatalogueObject
  readonly projection: Projection
}

/** Relations of relations of relations are printed, but no deeper. */
const deepest = 3

/**
 * `fields` by name or wire name, all where undefined; `include` by dotted relation names: `company`, `company.parent`.
 * @throws AppError `unknown_field`, `not_a_relation`
 */
export function projectionOf(
  scope: Pick<Scope, 'catalogue'>,
  object: CatalogueObject,
  fields: readonly string[] | undefined,
  include: readonly string[],
): Projection {
  return {
    fields:
      fields === undefined
        ? object.fields
        : placed('fields', () => [...new Set(fields.flatMap((name) => fieldNamed(object, name)))]),
    includes: placed('include', () => includesOf(scope, object, include, 1)),
  }
}

function fieldNamed(object: CatalogueObject, name: string): Field[] {
  if (name === 'id') return []
  const field = object.fieldByName.get(name) ?? object.fieldByWire.get(name)
  if (field === undefined) throw unknownField(object, name)
  return [field]
}

export function unknownField(object: CatalogueObject, name: string): AppError {
  const names = object.fields.flatMap((field) => [field.name, field.wire])
  return new AppError('unknown_field', { object: object.name, name, suggestion: nearest(name, names) })
}

function includesOf(
  scope: Pick<Scope, 'catalogue'>,
  object: CatalogueObject,
  paths: readonly string[],
  depth: number,
): Include[] {
  const byName = new Map<string, string[]>()
  for (const path of paths) {
    const [name = '', ...rest] = path.split('.')
    const inner = byName.get(name) ?? []
    if (rest.length > 0) inner.push(rest.join('.'))
    byName.set(name, inner)
  }
  return [...byName].map(([name, inner]) => {
    const field = object.fieldByName.get(name)
    if (field === undefined) throw unknownField(object, name)
    const target =
      field.type === 'relations' ? scope.catalogue.find(field.to ?? '') : targetOf(field, scope.catalogue)
    if (target === undefined || depth > deepest) throw new AppError('not_a_relation', { name })
    const projection = { fields: target.fields, includes: includesOf(scope, target, inner, depth + 1) }
    return { member: includeMember(field), field, target, projection }
  })
}

/** `company` beside `companyId`; a field whose id has the plain name is followed by what it is: `createdByActor`. */
const includeMember = (field: Field): string =>
  field.wire === field.name ? `${field.name}Actor` : field.name

/** SQL: one record as JSON, from the row `alias`. @param further columns beside its fields */
export function recordJson(
  projection: Projection,
  object: CatalogueObject,
  alias: string,
  scope: Scope,
  further: readonly string[] = [],
): string {
  const columns = [
    `${alias}.id`,
    ...projection.fields.map((field) => `${wireSql(field, object, alias, scope)} as ${quoted(field.wire)}`),
    ...projection.includes.map(
      (include) => `${includeSql(include, object, alias, scope)} as ${quoted(include.member)}`,
    ),
    ...further,
  ]
  return `(select row_to_json(r) from (select ${columns.join(', ')}) r)`
}

/** SQL: a field's value as the API writes it, from the row `alias`. */
export function wireSql(field: Field, object: CatalogueObject, alias: string, scope: Scope): string {
  if (field.type === 'relations') {
    const links = scope.linkSource(linkTableName(object.key, field.key), object, field)
    return `(select coalesce(json_agg(l.target order by l.position), '[]') from ${links} l where l.source = ${alias}.id)`
  }
  const column = `${alias}.${quoted(field.column)}`
  if (field.encrypted === true) return sealedSql(field, object, alias)
  if (field.masked === true) return maskSql(column)
  if (field.type === 'anyRecord') return namedSql(column, field, scope)
  if (field.system && field.column === 'rank') return rankSql(alias)
  const type = fieldTypes[field.type]
  if (type.kind === 'list') return `coalesce(${column}, '{}')`
  if (field.system && field.type !== 'dateTime') return column
  return type.wire?.(column) ?? column
}

/** What a field of any record points to, objects by today's names: only where one has another than its key. */
function namedSql(column: string, field: Field, { catalogue }: Scope): string {
  const renamed = catalogue.objects.filter(({ name, key }) => name !== key)
  if (renamed.length === 0) return column
  const cases = renamed.map(({ name, key }) => `when '${key}' then '${name}'`).join(' ')
  const named = (item: string): string =>
    `jsonb_set(${item}, '{object}', to_jsonb(case ${item} ->> 'object' ${cases} else ${item} ->> 'object' end))`
  if (field.multiple !== true) return named(column)
  return `(select jsonb_agg(${named('i.item')} order by i.place) from jsonb_array_elements(${column}) with ordinality i(item, place))`
}

function includeSql(include: Include, object: CatalogueObject, alias: string, scope: Scope): string {
  const { field, target, projection } = include
  const inner = `${alias}_${field.column}`.slice(0, 60)
  const json = recordJson(projection, target, quoted(inner), scope)
  const hidden = scope.visible(target, quoted(inner))
  const live = `${quoted(inner)}.deleted_at is null${hidden ? ` and ${hidden}` : ''}`
  if (field.type !== 'relations') {
    return `(select ${json} from ${scope.source(target)} ${quoted(inner)} where ${quoted(inner)}.id = ${alias}.${quoted(field.column)} and ${live})`
  }
  const links = scope.linkSource(linkTableName(object.key, field.key), object, field)
  return `(select coalesce(json_agg(${json} order by l.position), '[]') from ${links} l join ${scope.source(target)} ${quoted(inner)} on ${quoted(inner)}.id = l.target where l.source = ${alias}.id and ${live})`
}
