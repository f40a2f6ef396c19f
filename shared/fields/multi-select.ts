import { accept, type FieldSettings, type FieldType, type Parsed, refuse } from './field-type.ts'
import { joinList, splitList } from './list-text.ts'
import { isOption, optionLabel, readOption, unknownOption } from './options.ts'

const most = 1_000

function parse(value: unknown, field: FieldSettings): Parsed {
  if (!Array.isArray(value)) return refuse('wrong_type', { expected: 'array of strings' })
  if (value.length === 0) return accept(null)
  if (value.length > most) return refuse('too_many_values', { most })
  for (const [index, member] of value.entries()) {
    if (typeof member !== 'string') return refuse('wrong_type', { expected: 'string' }, `/${index}`)
    if (!isOption(field, member))
      return { ok: false, refusal: unknownOption(field, member, undefined, `/${index}`) }
  }
  return accept([...new Set(value)])
}

/** In the order given, each once. An empty list counts as null. */
export const multiSelect: FieldType = {
  name: 'multiSelect',
  kind: 'list',
  column: 'text[]',
  sortable: false,
  groupable: false,
  searchable: true,
  uniqueable: false,
  settings: ['options'],
  parse,
  read: (text, field, { language }) => {
    // A label may hold a separator itself: the whole text goes first.
    const whole = readOption(field, text, language)
    if (whole !== undefined) return accept([whole])
    const values: string[] = []
    for (const member of splitList(text)) {
      const value = readOption(field, member, language)
      if (value === undefined) return { ok: false, refusal: unknownOption(field, member, language) }
      values.push(value)
    }
    return parse(values, field)
  },
  format: (value, field, { language }) =>
    Array.isArray(value)
      ? joinList(
          value.map((member) => optionLabel(field, String(member), language)),
          language,
        )
      : String(value),
  schema: (field) => ({
    type: 'array',
    uniqueItems: true,
    items: { type: 'string', enum: (field.options ?? []).map((option) => option.value) },
  }),
}
