import { visibleRows } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { Parameters, quoted, type Scope } from '#server/core/expression/scope.ts'
import type { Catalogue, CatalogueObject } from '#shared/metadata/catalogue.ts'
import { linkSourceAt, rowSourceAt } from './past.ts'

interface ScopeOptions {
  readonly catalogue: Catalogue
  readonly object: CatalogueObject
  readonly alias?: string
  /** A moment of the past, ISO 8601; now where undefined. */
  readonly at?: string | undefined
  readonly ownCurrency?: boolean
}

/** The scope of a statement about one object's rows, as this person sees them. */
export function scopeFor(cx: Context, options: ScopeOptions): Scope {
  const { schema } = cx.workspace
  const { catalogue, object, alias = 't', at, ownCurrency = false } = options
  const parameters = new Parameters()
  const base = { schema, parameters }
  return {
    ...base,
    catalogue,
    object,
    alias,
    source: (other) =>
      at === undefined ? `${schema}.${quoted(other.table)}` : rowSourceAt({ ...base, at }, other),
    linkSource: (table, other, field) =>
      at === undefined ? `${schema}.${quoted(table)}` : linkSourceAt({ ...base, at }, table, other, field),
    visible: (other, alias) => visibleRows(cx, other, alias),
    timeZone: cx.timeZone,
    me: cx.actor.userId,
    ownCurrency,
    hasGrams: (other, field) =>
      at === undefined &&
      (field.key === other.titleField.key || cx.workspace.hasIndex(other.key, field.key, 'contains')),
    joins: { byPath: new Map(), sql: [] },
  }
}
