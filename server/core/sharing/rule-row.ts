import type { Context } from '#server/core/context.ts'
import { AppError } from '#shared/errors.ts'
import { fromStored, print, type SyntaxNode } from '#shared/expression/index.ts'
import type { SharingRuleEntry } from '#shared/operations/sharing.ts'
import { granteeOf } from './grantee.ts'

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
  const catalogue = cx.workspace.catalogue()
  const object = catalogue.byKey(row.object_key)
  if (object === undefined) return []
  const { id, name, condition, grantee, level, version } = row
  const printed = (): string | null => {
    try {
      return print(fromStored(condition, catalogue, object))
    } catch (error) {
      if (error instanceof AppError) return null
      throw error
    }
  }
  return [
    { id, object: object.name, name, condition: printed(), grantee: granteeOf(grantee), level, version },
  ]
}
