import type { FieldTypeName } from '#shared/fields/field-type.ts'

// Types whose every value is, in the same column, a value of these others too.
const lossless: Partial<Record<FieldTypeName, readonly FieldTypeName[]>> = {
  text: ['longText'],
  longText: ['text'],
  email: ['text', 'longText'],
  phone: ['text', 'longText'],
  url: ['text', 'longText'],
  select: ['text', 'longText'],
  autoNumber: ['text'],
  multiSelect: ['tags'],
}

/** Whether a field may change its type with all its values kept. */
export const canChangeType = (from: FieldTypeName, to: FieldTypeName): boolean =>
  from === to || (lossless[from]?.includes(to) ?? false)
