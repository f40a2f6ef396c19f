import type { Field } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { fieldViews, isBlank } from '#web/fields/index.ts'

/** A field's value as a list shows it; nothing where it holds none. */
export function Value({ field, record }: { field: Field; record: RecordData }) {
  const value = record[field.wire]
  if (isBlank(value)) return null
  const { Cell } = fieldViews[field.type]
  return <Cell field={field} value={value} record={record} />
}
