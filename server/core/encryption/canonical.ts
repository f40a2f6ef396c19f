import { Decimal } from 'decimal.js'
import { canonicalJson } from '#server/core/audit/chain.ts'
import type { FieldTypeName } from '#shared/fields/field-type.ts'

const decimals: ReadonlySet<FieldTypeName> = new Set(['number', 'money', 'percent'])

/** One text for equal values of a field, however each is written: `12.50` and `12.5`, a moment by any offset. */
export function canonical(type: FieldTypeName, value: unknown): string {
  if (decimals.has(type)) return new Decimal(String(value)).toString()
  if (type === 'dateTime') return new Date(String(value)).toISOString()
  return canonicalJson(value)
}
