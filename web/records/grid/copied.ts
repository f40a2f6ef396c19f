import type { Locale } from '#shared/fields/field-type.ts'
import { fieldTypes } from '#shared/fields/index.ts'
import type { Catalogue } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { revealed } from '#web/fields/revealed.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { type Column, holderOf } from '../list/columns.ts'
import type { CopiedCell } from './html-table.ts'

const numeric = new Set(['number', 'money', 'rating'])
const plain = new Set(['date', 'text', 'longText', 'email', 'url', 'phone'])
const blank: CopiedCell = { text: '', numeric: false }

/**
 * A cell as other programs take it: numbers bare, days as 2026-11-20, names for related records, all else as people read it.
 */
export function copiedCell(
  record: RecordData,
  column: Column,
  catalogue: Catalogue,
  locale: Locale,
): CopiedCell {
  const holder = holderOf(record, column)
  const { field } = column
  // What is shown is copied: of a masked value the outline, or the whole of it while that is revealed.
  const value = (holder && revealed.get(holder.id, field.wire)) ?? holder?.[field.wire] ?? null
  if (holder === undefined || value === null) return blank
  if (numeric.has(field.type)) return { text: String(value), numeric: true }
  if (plain.has(field.type)) return { text: String(value), numeric: false }
  if (field.type === 'relation' || field.type === 'user') {
    const known: unknown = holder[field.name]
    const target = catalogue.find(field.type === 'user' ? 'user' : (field.to ?? ''))
    const text = isRecord(known) ? titleOf(target, known) : String(value)
    return { text, numeric: false }
  }
  return { text: fieldTypes[field.type].format(value, field, locale), numeric: field.type === 'percent' }
}

const isRecord = (value: unknown): value is RecordData =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
