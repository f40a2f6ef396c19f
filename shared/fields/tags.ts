import { checkLine } from './characters.ts'
import { accept, type FieldType, type Parsed, refuse } from './field-type.ts'
import { joinList, splitList } from './list-text.ts'

const most = 200
const longest = 100

function parse(value: unknown): Parsed {
  if (!Array.isArray(value)) return refuse('wrong_type', { expected: 'array of strings' })
  if (value.length === 0) return accept(null)
  if (value.length > most) return refuse('too_many_values', { most })
  const tags = new Set<unknown>()
  for (const [index, member] of value.entries()) {
    const parsed = checkLine(member, longest)
    if (!parsed.ok) return refuse(parsed.refusal.code, parsed.refusal.parameters, `/${index}`)
    if (parsed.value === null) return refuse('invalid_text', undefined, `/${index}`)
    tags.add(parsed.value)
  }
  return accept([...tags])
}

/** Any words, in the order given, each once. An empty list counts as null. */
export const tags: FieldType = {
  name: 'tags',
  kind: 'list',
  column: 'text[]',
  sortable: false,
  groupable: false,
  searchable: true,
  uniqueable: false,
  settings: [],
  parse,
  read: (text) => parse(splitList(text)),
  format: (value, _field, { language }) =>
    Array.isArray(value) ? joinList(value.map(String), language) : String(value),
  schema: () => ({
    type: 'array',
    uniqueItems: true,
    maxItems: most,
    items: { type: 'string', maxLength: longest },
  }),
}
