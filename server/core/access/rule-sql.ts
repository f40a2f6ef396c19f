import type { Context } from '#server/core/context.ts'
import { digestIn } from '#server/core/encryption/digest-in.ts'
import { conditionSql } from '#server/core/expression/compile.ts'
import { type Parameters, quoted, type Scope } from '#server/core/expression/scope.ts'
import { AppError } from '#shared/errors.ts'
import { check, type TypedNode } from '#shared/expression/index.ts'
import type { Catalogue, CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { SharingRule } from './access.ts'
import type { Way } from './visible-rows.ts'

const compiled = new WeakMap<SharingRule, WeakMap<Catalogue, TypedNode | null>>()

/** A rule's tree; null of one whose fields are gone: it shares nothing. */
function treeOf(rule: SharingRule, catalogue: Catalogue, object: CatalogueObject): TypedNode | null {
  const known = compiled.get(rule) ?? new WeakMap<Catalogue, TypedNode | null>()
  compiled.set(rule, known)
  const found = known.get(catalogue)
  if (found !== undefined) return found
  const tree = attempt(() => check(rule.condition, catalogue, object, 'boolean'))
  known.set(catalogue, tree)
  return tree
}

function attempt(work: () => TypedNode): TypedNode | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

/**
 * A sharing rule's condition on the row `alias`. It speaks of fields that whom it shares with may not know: it is read
 * by the whole catalogue, and sees every row.
 */
export function ruleSql(
  cx: Context,
  rule: SharingRule,
  object: CatalogueObject,
  alias: string,
  parameters: Parameters,
): Pick<Way, 'sql' | 'correlated'> | undefined {
  const catalogue = cx.workspace.catalogue()
  const whole = catalogue.byKey(object.key)
  const tree = whole && treeOf(rule, catalogue, whole)
  if (whole === undefined || tree == null) return undefined
  const { schema } = cx.workspace
  let correlated = false
  const table = (name: string) => {
    correlated = true
    return `${schema}.${quoted(name)}`
  }
  const scope: Scope = {
    schema,
    catalogue,
    object: whole,
    alias,
    parameters,
    source: (other) => table(other.table),
    linkSource: table,
    visible: () => undefined,
    timeZone: cx.workspace.settings().timeZone,
    me: cx.access.userId,
    ownCurrency: false,
    hasGrams: (other, field) => cx.workspace.hasIndex(other.key, field.key, 'contains'),
    digest: digestIn(cx.workspace),
    joins: { byPath: new Map(), sql: [] },
  }
  const condition = conditionSql(tree, scope)
  if (scope.joins.sql.length === 0) return { sql: `(${condition})`, correlated }
  // Joins of the rule's own, from the row at hand on: those of the statement are for what the reader may see.
  const sql = `exists (select from (select) one ${scope.joins.sql.join(' ')} where ${condition})`
  return { sql, correlated }
}
