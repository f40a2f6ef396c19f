import { fieldSql } from '#server/core/expression/compile.ts'
import type { Scope } from '#server/core/expression/scope.ts'
import { collationOf } from '#server/core/metadata/collation.ts'
import { AppError } from '#shared/errors.ts'
import { parse } from '#shared/expression/parse.ts'
import { readable, resolvePath, titleOf } from '#shared/expression/resolve.ts'
import type { FieldNode } from '#shared/expression/typed.ts'
import { fieldTypes } from '#shared/fields/index.ts'
import type { Language } from '#shared/language.ts'

/** One column of an order. Blanks come last whichever way it runs, except where the column has none. */
export interface SortKey {
  /** SQL of what is compared, collation included. */
  readonly sql: string
  /** SQL type of a value of it, for what a cursor brings back. */
  readonly type: string
  readonly descending: boolean
  readonly nullable: boolean
  /** The own field that it sorts by, where an index could serve it. */
  readonly field?: FieldNode
}

/** Columns that no row leaves empty. */
const neverEmpty: ReadonlySet<string> = new Set(['created_at', 'updated_at', 'version', 'rank'])

const valueTypes: Partial<Record<FieldNode['type'], string>> = {
  text: 'text',
  number: 'numeric',
  boolean: 'boolean',
  date: 'date',
  dateTime: 'timestamptz',
  id: 'uuid',
}

/**
 * `-createdAt,name,company.name` → its columns, the id as the last so that the order is total. Without any: the newest first.
 * A relation sorts by its title, a select by the order of its options.
 * @throws AppError `not_sortable`, `expression_unknown_field`
 */
export function orderOf(sort: readonly string[], scope: Scope, language: Language): SortKey[] {
  const keys = (sort.length === 0 ? ['-createdAt'] : sort).map((item) => keyOf(item, scope, language))
  const descending = keys.at(-1)?.descending ?? true
  return [...keys, { sql: `${scope.alias}.id`, type: 'uuid', descending, nullable: false }]
}

function keyOf(item: string, scope: Scope, language: Language): SortKey {
  const descending = item.startsWith('-')
  const text = item.replace(/^[-+]/, '').trim()
  const node = parse(text)
  if (node.kind !== 'path') throw new AppError('not_sortable', { name: text })
  const resolved = readable(resolvePath(node, scope.catalogue, scope.object), node)
  const field = titleOf(resolved, scope.catalogue) ?? resolved
  const last = field.steps.at(-1)?.field
  const type = valueTypes[field.type]
  const sortable =
    field.type === 'id' ||
    field.member !== undefined ||
    last?.system ||
    (last && last.encrypted !== true && fieldTypes[last.type].sortable)
  if (type === undefined || !sortable) throw new AppError('not_sortable', { name: text })
  const base = { descending, nullable: !isNeverEmpty(field), ...(field.steps.length === 1 && { field }) }
  const sql = fieldSql(field, scope)
  if (last?.options !== undefined) {
    const values = scope.parameters.add(
      last.options.map(({ value }) => value),
      'text[]',
    )
    return { ...base, sql: `array_position(${values}, ${sql})`, type: 'integer' }
  }
  // Ranks bring their collation along: they are no words.
  if (type === 'text' && !last?.quiet)
    return { ...base, sql: `(${sql}) collate "${collationOf(language)}"`, type }
  return { ...base, sql, type }
}

function isNeverEmpty({ steps }: FieldNode): boolean {
  return steps.length === 0 || (steps.length === 1 && neverEmpty.has(steps[0]!.field.column))
}

/** SQL after ORDER BY. */
export function orderSql(keys: readonly SortKey[]): string {
  return keys
    .map(
      ({ sql, descending, nullable }) =>
        `${sql}${descending ? ' desc' : ''}${nullable && descending ? ' nulls last' : ''}`,
    )
    .join(', ')
}

/** A run of the order that one index scan gives: SQL conditions beside the filter, and what is left to order by. */
interface Segment {
  readonly conditions: readonly string[]
  readonly keys: readonly SortKey[]
}

/**
 * The order cut where blanks begin and where a cursor stands: read one after the other they give the rows after `after`
 * (the values of the last row that was read, as texts), each by an index, where a single condition with ORs would sort.
 * Blanks keep their column in the order, as an index has it.
 */
export function segmentsOf(
  keys: readonly SortKey[],
  after: readonly (string | null)[] | undefined,
  scope: Scope,
): Segment[] {
  if (after === undefined) {
    const [first, ...rest] = keys
    if (!first?.nullable) return [{ conditions: [], keys }]
    return [
      { conditions: [`${first.sql} is not null`], keys: [{ ...first, nullable: false }, ...rest] },
      { conditions: [`${first.sql} is null`], keys: [{ ...first, nullable: false }, ...rest] },
    ]
  }
  if (keys.every(({ nullable, descending }) => !nullable && descending === keys[0]!.descending)) {
    const values = keys.map(({ type }, index) => scope.parameters.add(after[index], type))
    const operator = keys[0]!.descending ? '<' : '>'
    return [
      { conditions: [`(${keys.map(({ sql }) => sql).join(', ')}) ${operator} (${values.join(', ')})`], keys },
    ]
  }
  const segments: Segment[] = []
  for (let level = keys.length - 1; level >= 0; level--) {
    const { sql, type, descending, nullable } = keys[level]!
    const value = after[level] ?? null
    if (value === null) continue
    const equal = keys.slice(0, level).map((key, index) => {
      const held = after[index] ?? null
      return held === null ? `${key.sql} is null` : `${key.sql} = ${scope.parameters.add(held, key.type)}`
    })
    const beyond = `${sql} ${descending ? '<' : '>'} ${scope.parameters.add(value, type)}`
    const [own, ...rest] = keys.slice(level)
    segments.push({ conditions: [...equal, beyond], keys: [{ ...own!, nullable: false }, ...rest] })
    if (nullable)
      segments.push({
        conditions: [...equal, `${sql} is null`],
        keys: [{ ...own!, nullable: false }, ...rest],
      })
  }
  return segments
}
