import { linkTableName } from '#server/core/metadata/columns.ts'
import { targetOf } from '#shared/expression/resolve.ts'
import type { FieldNode, Step } from '#shared/expression/typed.ts'
import type { Catalogue, CatalogueObject, Field } from '#shared/metadata/catalogue.ts'

/** Values of one statement, in the order of their `$n`. Equal values with equal casts share a place. */
export class Parameters {
  readonly values: unknown[] = []
  readonly #places = new Map<string, string>()

  /** SQL of the value: `$3::numeric`. */
  add(value: unknown, type: string): string {
    const key = `${type} ${typeof value === 'string' ? value : JSON.stringify(value)}`
    const known = this.#places.get(key)
    if (known !== undefined) return known
    this.values.push(value)
    const place = `$${this.values.length}::${type}`
    this.#places.set(key, place)
    return place
  }
}

/** Where rows of an object come from: its table, or what stood there at a moment. Gives SQL for a FROM item without alias. */
type RowSource = (object: CatalogueObject) => string

/** A part of the WHERE clause that every reader of an object's rows gets; undefined where all may be read. */
type RowFilter = (object: CatalogueObject, alias: string) => string | undefined

/**
 * What an expression's SQL stands in: the row at hand by its alias, the joins that its paths needed, the statement's
 * parameters, and who asks.
 */
export interface Scope {
  readonly schema: string
  readonly catalogue: Catalogue
  readonly object: CatalogueObject
  readonly alias: string
  readonly parameters: Parameters
  readonly source: RowSource
  /** Likewise for the link table of a `relations` field. */
  readonly linkSource: (table: string, object: CatalogueObject, field: Field) => string
  readonly visible: RowFilter
  readonly timeZone: string
  readonly me: string | null
  /** Whether amounts stand in their own currency instead of the workspace's: when the query speaks of `currency`. */
  readonly ownCurrency: boolean
  /** Whether an index of grams serves `contains` on this field of this object. */
  readonly hasGrams: (object: CatalogueObject, field: Field) => boolean
  /** The keyed digest that an encrypted field has where it holds a value. */
  readonly digest: (object: CatalogueObject, field: Field, value: string | boolean) => string
  /** Joins made so far, alias by path; their SQL in order. */
  readonly joins: { readonly byPath: Map<string, string>; readonly sql: string[] }
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Alias of the row that a path's steps (all relations) lead to; joins it once. */
export function joinPath(scope: Scope, steps: readonly Step[]): string {
  let alias = scope.alias
  let path = ''
  for (const { field } of steps) {
    path += `/${field.key}`
    let next = scope.joins.byPath.get(path)
    if (next === undefined) {
      const target = targetOf(field, scope.catalogue)
      if (target === undefined) throw new Error(`${field.name} leads nowhere`)
      next = `${scope.alias}_${scope.joins.byPath.size + 1}`
      scope.joins.byPath.set(path, next)
      const hidden = scope.visible(target, next)
      scope.joins.sql.push(
        `left join ${scope.source(target)} ${next} on ${next}.id = ${alias}.${quoted(field.column)} and ${next}.deleted_at is null${hidden ? ` and ${hidden}` : ''}`,
      )
    }
    alias = next
  }
  return alias
}

/** A FROM item: the links of a `relations` field. */
export const linkTable = (scope: Scope, object: CatalogueObject, field: Field): string =>
  scope.linkSource(linkTableName(object.key, field.key), object, field)

/** Whether a link leads from the row at hand to a target that meets `test`. */
export function linkExists(node: FieldNode, test: string, scope: Scope): string {
  const { object, field } = node.steps.at(-1)!
  const alias = joinPath(scope, node.steps.slice(0, -1))
  return `exists (select 1 from ${linkTable(scope, object, field)} l where l.source = ${alias}.id and l.target ${test})`
}
