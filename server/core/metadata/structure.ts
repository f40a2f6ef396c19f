import { fieldTypes } from '#shared/fields/index.ts'
import type { Language } from '#shared/language.ts'
import {
  type Column,
  columnSql,
  columnsOf,
  currencyColumn,
  linkTableName,
  sequenceName,
  systemColumns,
} from './columns.ts'
import { fitted, identifier, qualified } from './identifier.ts'
import { createIndexSql, objectIndexes } from './indexes.ts'
import { type FieldRow, liveFields, liveObjects, type ObjectRow, referenceTarget } from './state.ts'

interface Surroundings {
  readonly schema: string
  readonly language: Language
}

/**
 * The DDL that leads from one state of the metadata to another, in order. Indexes of tables that hold records are left
 * to `settleStructure`, save unique ones of new columns. Nothing is dropped but what would refuse good writes.
 */
export function structureChanges(
  before: readonly ObjectRow[],
  after: readonly ObjectRow[],
  surroundings: Surroundings,
): string[] {
  const known = new Map(before.map((object) => [object.key, object]))
  const fresh = after.filter((object) => !known.has(object.key))
  const changed = after.flatMap((object) => {
    const old = known.get(object.key)
    return old === undefined || old === object ? [] : [{ old, object }]
  })
  return [
    ...fresh.flatMap((object) => createTable(object, surroundings.schema)),
    ...changed.flatMap(({ old, object }) => addFields(old, object, surroundings.schema)),
    ...changed.flatMap(({ old, object }) => alterFields(old, object, surroundings.schema)),
    ...fresh.flatMap((object) => referencesOf(object, object.fields, after, surroundings.schema, '')),
    ...changed.flatMap(({ old, object }) =>
      referencesOf(object, newFields(old, object), after, surroundings.schema, ' not valid'),
    ),
    ...fresh.flatMap((object) =>
      objectIndexes(object, surroundings).map((index) => createIndexSql(surroundings.schema, index)),
    ),
    ...changed.flatMap(({ old, object }) => indexChanges(old, object, surroundings)),
  ]
}

/**
 * The DDL of objects in a schema that has none of their tables, in the two halves between which rows are loaded.
 * Removed objects have their tables too; indexes are for those that live.
 */
export function wholeStructure(
  objects: readonly ObjectRow[],
  surroundings: Surroundings,
): { readonly tables: string[]; readonly references: string[]; readonly indexes: string[] } {
  const { schema } = surroundings
  const all = objects.map((object) => ({ ...object, removed: false }))
  return {
    tables: objects.flatMap((object) => createTable(object, schema)),
    references: all.flatMap((object) => referencesOf(object, object.fields, all, schema, '')),
    indexes: liveObjects(objects).flatMap((object) =>
      objectIndexes(object, surroundings).map((index) => createIndexSql(schema, index)),
    ),
  }
}

function createTable(object: ObjectRow, schema: string): string[] {
  const columns = [
    ...systemColumns,
    ...(hasMoney(object) ? [currencyColumn] : []),
    ...object.fields.flatMap((field) => columnsOf(object.key, field)),
  ]
  const definitions = columns.map((column) => columnSql(schema, column))
  return [
    ...object.fields.flatMap((field) => beforeColumns(object, field, schema)),
    `create table ${qualified(schema, object.key)} (${definitions.join(', ')}, primary key (id))`,
    ...object.fields.flatMap((field) => afterColumns(object, field, schema)),
  ]
}

const hasMoney = (object: ObjectRow) => object.fields.some((field) => field.definition.type === 'money')

function newFields(old: ObjectRow, object: ObjectRow): FieldRow[] {
  const known = new Set(old.fields.map((field) => field.key))
  return object.fields.filter((field) => !known.has(field.key))
}

function addFields(old: ObjectRow, object: ObjectRow, schema: string): string[] {
  const fields = newFields(old, object)
  if (fields.length === 0) return []
  const columns: Column[] = [
    ...(hasMoney(object) && !hasMoney(old) ? [currencyColumn] : []),
    ...fields.flatMap((field) => columnsOf(object.key, field)),
  ]
  const numbered = fields.filter((field) => field.definition.type === 'autoNumber')
  // A default that is not constant would rewrite the table: it is set after the column is there.
  const additions = columns.map((column) => `add column ${columnSql(schema, withoutDefault(column))}`)
  return [
    ...fields.flatMap((field) => beforeColumns(object, field, schema)),
    ...(additions.length > 0 ? [`alter table ${qualified(schema, object.key)} ${additions.join(', ')}`] : []),
    ...numbered.flatMap((field) => setDefault(object, field, schema)),
    ...fields.flatMap((field) => afterColumns(object, field, schema)),
  ]
}

const withoutDefault = ({ name, type }: Column): Column => ({ name, type })

function setDefault(object: ObjectRow, field: FieldRow, schema: string): string[] {
  return columnsOf(object.key, field).map((column) => {
    const change = column.default === undefined ? 'drop default' : `set default ${column.default(schema)}`
    return `alter table ${qualified(schema, object.key)} alter column ${identifier(column.name)} ${change}`
  })
}

function beforeColumns(object: ObjectRow, field: FieldRow, schema: string): string[] {
  return field.definition.type === 'autoNumber'
    ? [`create sequence ${qualified(schema, sequenceName(object.key, field.key))}`]
    : []
}

function afterColumns(object: ObjectRow, field: FieldRow, schema: string): string[] {
  if (fieldTypes[field.definition.type].column !== undefined) return []
  return [
    `create table ${qualified(schema, linkTableName(object.key, field.key))} (
       source uuid not null, target uuid not null, position integer not null, primary key (source, target))`,
  ]
}

/** A type changes only where its main column stays as it is; what is derived from it may come or go. */
function alterFields(old: ObjectRow, object: ObjectRow, schema: string): string[] {
  const known = new Map(old.fields.map((field) => [field.key, field]))
  return liveFields(object).flatMap((field) => {
    const before = known.get(field.key)
    if (before === undefined || before === field) return []
    if (before.definition.type !== 'autoNumber' && field.definition.type !== 'autoNumber') return []
    const changed = (['type', 'prefix', 'digits'] as const).some(
      (member) => before.definition[member] !== field.definition[member],
    )
    return changed ? setDefault(object, field, schema) : []
  })
}

function referencesOf(
  object: ObjectRow,
  fields: readonly FieldRow[],
  all: readonly ObjectRow[],
  schema: string,
  suffix: string,
): string[] {
  const tables = new Set(liveObjects(all).map(({ key }) => key))
  const reference = (table: string, column: string, target: string) =>
    `alter table ${qualified(schema, table)} add constraint ${identifier(fitted(`_f_${table}_${column}`))} foreign key (${identifier(column)}) references ${qualified(schema, target)}${suffix}`
  return fields.flatMap((field) => {
    const target = referenceTarget(field)
    if (target === undefined || !tables.has(target)) return []
    if (field.definition.type !== 'relations') return [reference(object.key, field.key, target)]
    const table = linkTableName(object.key, field.key)
    return [reference(table, 'source', object.key), reference(table, 'target', target)]
  })
}

/** Unique indexes, which keep a promise, and those of link tables, which are empty still. One that was built before stays. */
function indexChanges(old: ObjectRow, object: ObjectRow, surroundings: Surroundings): string[] {
  const { schema } = surroundings
  const immediate = (row: ObjectRow) =>
    row.removed
      ? []
      : objectIndexes(row, surroundings).filter((index) => index.unique || index.table !== row.key)
  const before = new Set(immediate(old).map(({ name }) => name))
  const after = immediate(object)
  const kept = new Set(after.map(({ name }) => name))
  return [
    ...[...before]
      .filter((name) => !kept.has(name))
      .map((name) => `drop index if exists ${qualified(schema, name)}`),
    ...after.filter(({ name }) => !before.has(name)).map((index) => createIndexSql(schema, index)),
  ]
}
