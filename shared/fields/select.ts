import { accept, type FieldType, refuse } from './field-type.ts'
import { isOption, optionLabel, readOption, unknownOption } from './options.ts'

export const select: FieldType = {
  name: 'select',
  kind: 'text',
  column: 'text',
  sortable: true,
  groupable: true,
  searchable: true,
  uniqueable: false,
  settings: ['options'],
  parse: (value, field) => {
    if (typeof value !== 'string') return refuse('wrong_type', { expected: 'string' })
    if (value === '') return accept(null)
    return isOption(field, value) ? accept(value) : { ok: false, refusal: unknownOption(field, value) }
  },
  read: (text, field, { language }) => {
    const value = readOption(field, text, language)
    if (value !== undefined) return accept(value)
    return { ok: false, refusal: unknownOption(field, text.trim(), language) }
  },
  format: (value, field, { language }) => optionLabel(field, String(value), language),
  schema: (field) => ({ type: 'string', enum: (field.options ?? []).map((option) => option.value) }),
}
