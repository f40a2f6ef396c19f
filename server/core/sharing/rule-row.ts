import type { Context } from '#server/core/context.ts'
import type { SyntaxNode } from '#shared/expression/index.ts'
import type { SharingRuleEntry } from '#shared/operations/sharing.ts'
import { granteeOf } from './grantee.ts'
import { toldCondition } from './kept-condition.ts'

/** A row of `_sharing_rule`. */
export interface RuleRow {
  readonly id: string
  readonly object_key: string
  readonly name: string
  readonly condition: SyntaxNode
  readonly grantee: string
  readonly level: 'read' | 'edit'
  readonly version: number
}

export const ruleColumns = 'id, object_key, name, condition, grantee, level, version'

/** As the API gives it, by today's names; a rule of an object that is gone is none. */
export function presentRule(cx: Context, row: RuleRow): SharingRuleEntry[] {
  const object = cx.workspace.catalogue().byKey(row.object_key)
  if (object === undefined) return []
  const { id, name, condition, grantee, level, version } = row
  const told = toldCondition(cx, object.key, condition)
  return [{ id, object: object.name, name, ...told, grantee: granteeOf(grantee), level, version }]
}
