import type { Context } from '#server/core/context.ts'
import { digestIn } from '#server/core/encryption/digest-in.ts'
import { digestColumn } from '#shared/fields/storage.ts'
import type { WritePlan } from './plan.ts'
import type { WriteRow } from './step.ts'

/** Puts what is sealed in place of the values of encrypted fields, and their digests beside it: the last thing before the statement. */
export function sealColumns(cx: Context, plan: WritePlan, rows: readonly WriteRow[]): void {
  if (plan.encrypted.size === 0) return
  const keys = cx.workspace.keys()
  const digest = digestIn(cx.workspace)
  for (const field of plan.encrypted.values()) {
    const place = { object: plan.object.key, field: field.key }
    for (const { id, columns } of rows) {
      const value = columns[field.column]
      if (value === undefined) continue
      columns[digestColumn(field.key)] = value === null ? null : digest(plan.object, field, value)
      if (value !== null) columns[field.column] = keys.seal(JSON.stringify(value), { ...place, record: id })
    }
  }
}
