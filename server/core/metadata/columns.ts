import { storageOf } from '#shared/fields/storage.ts'
import { identifier, literal, qualified } from './identifier.ts'
import type { FieldRow, ObjectRow } from './state.ts'

export interface Column {
  readonly name: string
  readonly type: string
  /** SQL, with the schema's name as `schema` gives it. */
  readonly default?: (schema: string) => string
  readonly notNull?: boolean
}

/** Columns that every object's table has. Those without a foreign key are stamped by the write door. */
export const systemColumns: readonly Column[] = [
  { name: 'id', type: 'uuid', notNull: true },
  { name: 'created_at', type: 'timestamptz', notNull: true },
  { name: 'created_by', type: 'uuid' },
  { name: 'updated_at', type: 'timestamptz', notNull: true },
  { name: 'updated_by', type: 'uuid' },
  { name: 'owner_id', type: 'uuid' },
  { name: 'team_id', type: 'uuid' },
  { name: 'version', type: 'integer', notNull: true, default: () => '1' },
  { name: 'deleted_at', type: 'timestamptz' },
  { name: 'rank', type: 'text' },
  { name: '_search', type: 'text' },
]

export const currencyColumn: Column = { name: 'currency', type: 'text' }

/** SQL of a row's rank: the one it was given, or the one it was born with (`bornRank` of shared/rank.ts). */
export const rankSql = (alias?: string): string => {
  const row = alias === undefined ? '' : `${alias}.`
  return `coalesce(${row}rank, translate(${row}id::text, '0123456789abcdef-', 'fedcba9876543210')) collate "C"`
}

export const sequenceName = (objectKey: string, fieldKey: string): string => `_seq_${objectKey}_${fieldKey}`
export const linkTableName = (objectKey: string, fieldKey: string): string => `_link_${objectKey}_${fieldKey}`
export const homeColumn = (fieldKey: string): string => `_${fieldKey}_home`

/** The columns that hold a field: its own, one derived from it, the twin of an amount. None for `relations`. */
export function columnsOf(objectKey: string, field: FieldRow): Column[] {
  const { type, encrypted } = field.definition
  const { column, derived } = storageOf(field.definition)
  if (column === undefined) return []
  return [
    {
      name: field.key,
      type: column,
      ...(type === 'autoNumber' && { default: nextNumber(objectKey, field) }),
    },
    ...(derived ? [{ name: `_${field.key}${derived.suffix}`, type: derived.column }] : []),
    ...(type === 'money' && encrypted !== true ? [{ name: homeColumn(field.key), type: 'numeric' }] : []),
  ]
}

function nextNumber(objectKey: string, field: FieldRow): (schema: string) => string {
  const { prefix = '', digits = 1 } = field.definition
  return (schema) => {
    const sequence = literal(qualified(schema, sequenceName(objectKey, field.key)))
    return `${identifier(schema)}._auto_number(${sequence}, ${literal(prefix)}, ${digits})`
  }
}

/** SQL that declares a column in CREATE TABLE and ADD COLUMN. */
export function columnSql(schema: string, column: Column): string {
  const base = `${identifier(column.name)} ${column.type}`
  const value = column.default === undefined ? '' : ` default ${column.default(schema)}`
  return `${base}${column.notNull ? ' not null' : ''}${value}`
}

// A row must fit one page even when every value that can move out (TOAST) has moved: 18 bytes stay behind for each.
export const rowBudget = 7_800
const pointer = 18
const fixedWidths: Readonly<Record<string, number>> = {
  boolean: 8,
  smallint: 8,
  integer: 8,
  bigint: 8,
  date: 8,
  timestamptz: 8,
  'double precision': 8,
  uuid: 16,
}
const widthOf = (column: Column) => fixedWidths[column.type] ?? pointer

/** Bytes that a full row needs at least. Removed fields count: their columns stay. */
export function rowWidth(object: ObjectRow): number {
  const columns = [
    ...systemColumns,
    currencyColumn,
    ...object.fields.flatMap((field) => columnsOf(object.key, field)),
  ]
  return columns.reduce((total, column) => total + widthOf(column), 0)
}
