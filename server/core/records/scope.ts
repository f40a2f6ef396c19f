import { type RowVerb, visibleRows, visibleRowsOfPast } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { digestIn } from '#server/core/encryption/digest-in.ts'
import { Parameters, quoted, type Scope } from '#server/core/expression/scope.ts'
import { AppError } from '#shared/errors.ts'
import type { FieldSettings } from '#shared/fields/field-type.ts'
import { parseValue } from '#shared/fields/index.ts'
import type { Catalogue, CatalogueObject } from '#shared/metadata/catalogue.ts'
import { linkSourceAt, rowSourceAt } from './past.ts'

interface ScopeOptions {
  readonly catalogue: Catalogue
  readonly object: CatalogueObject
  readonly alias?: string
  /** A moment of the past, ISO 8601; now where undefined. */
  readonly at?: string | undefined
  readonly ownCurrency?: boolean
  /** What is to be done with the rows of the object itself; read. */
  readonly verb?: RowVerb
}

const anyMoment: FieldSettings = { name: 'at', type: 'dateTime' }

/** In UTC, and one that PostgreSQL knows: years from 1 on, any offset. @throws AppError `invalid_date_time` */
function momentOf(at: string | undefined): string | undefined {
  if (at === undefined) return undefined
  const parsed = parseValue(anyMoment, at)
  if (!parsed.ok || parsed.value === null) throw new AppError('invalid_date_time')
  return String(parsed.value)
}

/** The scope of a statement about one object's rows, as this person sees them. */
export function scopeFor(cx: Context, options: ScopeOptions): Scope {
  const { schema } = cx.workspace
  const { catalogue, object, alias = 't', ownCurrency = false, verb = 'read' } = options
  const at = momentOf(options.at)
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
    visible: (other, rowAlias) =>
      at === undefined
        ? visibleRows(cx, other, rowAlias, parameters, rowAlias === alias ? verb : 'read')
        : visibleRowsOfPast(cx, other, rowAlias, parameters),
    timeZone: cx.timeZone,
    me: cx.actor.userId,
    ownCurrency,
    hasGrams: (other, field) =>
      at === undefined &&
      (field.key === other.titleField.key || cx.workspace.hasIndex(other.key, field.key, 'contains')),
    digest: digestIn(cx.workspace),
    joins: { byPath: new Map(), sql: [] },
  }
}
