import type { FieldTypeName } from '#shared/fields/field-type.ts'
import { digestColumn, storageOf } from '#shared/fields/storage.ts'
import type { Language } from '#shared/language.ts'
import { collationOf } from './collation.ts'
import { homeColumn, linkTableName, rankSql } from './columns.ts'
import { digestOf, identifier, qualified } from './identifier.ts'
import { type FieldRow, liveFields, type ObjectRow, titleKey } from './state.ts'

export interface IndexDefinition {
  readonly name: string
  readonly table: string
  readonly unique: boolean
  /** What follows the table's name: method, columns, predicate. */
  readonly body: string
}

/** Why people need a further index: `=` and its like, sorting, or `contains`. */
export type IndexKind = 'filter' | 'sort' | 'contains'

const live = 'where deleted_at is null'

/** What a GIN index of grams and the query that uses it are both made from. `column` is quoted SQL. */
const searchExpression = (schema: string, column: string): string => `${identifier(schema)}._grams(${column})`

/** Name of the index that keeps a unique field unique: what a 23505 error carries as `constraint`. */
export const uniqueIndexName = (objectKey: string, fieldKey: string): string => `_u_${objectKey}_${fieldKey}`

/**
 * All rows, deleted ones too: of a partial index on an expression the planner would use no statistics, and take every part
 * of a name for equally rare. What writes leave for later is kept short, as each search reads it whole (kilobytes).
 */
const gramsIndex = (expression: string): string =>
  `using gin (${expression}) with (gin_pending_list_limit = 128)`

interface Surroundings {
  readonly schema: string
  readonly language: Language
}

type ColumnRule = (column: string) => string
const btree: ColumnRule = (column) => `(${column}) ${live}`
const columnRules: Partial<Record<FieldTypeName, ColumnRule>> = {
  relation: btree,
  user: btree,
  multiSelect: (column) => `using gin (${column}) ${live}`,
  tags: (column) => `using gin (${column}) ${live}`,
  // Looked up once for each record below another one: what writes leave for later is kept short, as each search reads it whole.
  anyRecord: (column) => `using gin (${column} jsonb_path_ops) with (gin_pending_list_limit = 128) ${live}`,
}

/** Where records below another one are looked for in the recycle bin, too: a handful of rows. */
const gone: ColumnRule = (column) => `(${column}) where deleted_at is not null`

/** Every index that an object has by rule. */
export function objectIndexes(object: ObjectRow, surroundings: Surroundings): IndexDefinition[] {
  const { schema } = surroundings
  const title = liveFields(object).find((field) => field.key === titleKey(object))
  const titleSort = title && sortBody(title, surroundings)
  const search = searchExpression(schema, '_search')
  return [
    named(object.key, 'created', `(created_at desc, id desc) ${live}`),
    named(object.key, 'updated', `(updated_at, id) ${live}`),
    named(
      object.key,
      'owner_created',
      `(owner_id, created_at desc, id desc) ${live} and owner_id is not null`,
    ),
    named(object.key, 'team_created', `(team_id, created_at desc, id desc) ${live} and team_id is not null`),
    named(object.key, 'search', gramsIndex(search)),
    ...(title && titleSort ? [named(object.key, `${title.key}_sort`, titleSort)] : []),
    ...liveFields(object).flatMap((field) => fieldIndexes(object.key, field)),
  ]
}

function fieldIndexes(objectKey: string, field: FieldRow): IndexDefinition[] {
  const { type, unique, encrypted } = field.definition
  const { derived } = storageOf(field.definition)
  const column = identifier(encrypted ? digestColumn(field.key) : field.key)
  const rule = columnRules[type]
  return [
    ...(unique
      ? [{ name: uniqueIndexName(objectKey, field.key), table: objectKey, unique: true, body: btree(column) }]
      : []),
    ...(rule && !(unique && rule === btree) ? [named(objectKey, field.key, rule(column))] : []),
    ...(type === 'relation' ? [named(objectKey, `${field.key}_gone`, gone(column))] : []),
    ...(derived && !(unique && encrypted)
      ? [
          named(
            objectKey,
            `${field.key}${derived.suffix}`,
            btree(identifier(`_${field.key}${derived.suffix}`)),
          ),
        ]
      : []),
    ...(type === 'relations'
      ? [named(linkTableName(objectKey, field.key), 'target', '(target, source)')]
      : []),
  ]
}

/** An index beyond the rules; undefined where the field's type has no use for this kind. */
export function wantedIndex(
  object: ObjectRow,
  field: FieldRow,
  kind: IndexKind,
  surroundings: Surroundings,
): IndexDefinition | undefined {
  const body = wantedBodies[kind](field, surroundings)
  return body === undefined ? undefined : named(object.key, `${field.key}_${kind}`, body)
}

/** Serves the order that people make by hand, once somebody looks at it in a large table. */
export const rankIndex = (object: ObjectRow): IndexDefinition =>
  named(object.key, 'rank_sort', `((${rankSql()}), id) ${live}`)

const wantedBodies: Readonly<
  Record<IndexKind, (field: FieldRow, surroundings: Surroundings) => string | undefined>
> = {
  // Equal values come in the order that lists have unless they are told another.
  filter: (field) => {
    const column = valueColumn(field)
    return column && `(${column}, created_at desc, id desc) ${live}`
  },
  sort: (field, surroundings) => sortBody(field, surroundings),
  contains: (field, { schema }) =>
    storageOf(field.definition).column === 'text' && field.definition.encrypted !== true
      ? gramsIndex(searchExpression(schema, identifier(field.key)))
      : undefined,
}

function sortBody(field: FieldRow, { language }: Surroundings): string | undefined {
  const column = valueColumn(field)
  if (column === undefined) return undefined
  const isText = storageOf(field.definition).column === 'text'
  return `(${column}${isText ? ` collate ${identifier(collationOf(language))}` : ''}, id) ${live}`
}

/** The quoted column whose order is the field's order; amounts compare in the workspace's currency. */
function valueColumn(field: FieldRow): string | undefined {
  const { type } = field.definition
  const { column, sortable } = storageOf(field.definition)
  if (column === undefined || !sortable) return undefined
  return identifier(type === 'money' ? homeColumn(field.key) : field.key)
}

/** The name holds a digest of the definition: an index of the same name is the same index. */
function named(table: string, what: string, body: string): IndexDefinition {
  const digest = digestOf(`${table} ${body}`)
  return { name: `${`_i_${table}_${what}`.slice(0, 54)}_${digest}`, table, unique: false, body }
}

/** An index of the same name is the same index: it is not made twice. */
export function createIndexSql(
  schema: string,
  index: IndexDefinition,
  how: '' | 'concurrently' = '',
): string {
  const { name, table, unique, body } = index
  return `create ${unique ? 'unique ' : ''}index ${how} if not exists ${identifier(name)} on ${qualified(schema, table)} ${body}`
}
