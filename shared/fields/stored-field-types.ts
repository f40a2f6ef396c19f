import type { FieldType, FieldTypeName } from './field-type.ts'
import { fieldTypes } from './index.ts'
import { toE164 } from './phone-number.ts'

/**
 * The field types with the columns that the write door derives. Apart from `fieldTypes` because the numbering plans of all
 * countries weigh more than a first screen may.
 */
export const storedFieldTypes: Readonly<Record<FieldTypeName, FieldType>> = {
  ...fieldTypes,
  phone: {
    ...fieldTypes.phone,
    derived: {
      suffix: '_e164',
      column: 'text',
      compute: (value, _field, { country }) => (typeof value === 'string' ? toE164(value, country) : null),
    },
  },
}
