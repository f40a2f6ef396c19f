import { accept, type FieldType, type Parsed, refuse } from './field-type.ts'
import { parseIdentifier } from './identifier.ts'

const most = 1_000
const separator = /[\s,，、;；|]+/

function parse(value: unknown): Parsed {
  if (!Array.isArray(value)) return refuse('wrong_type', { expected: 'array of strings' })
  if (value.length > most) return refuse('too_many_values', { most })
  const ids = new Set<unknown>()
  for (const [index, member] of value.entries()) {
    const parsed = parseIdentifier(member)
    if (!parsed.ok) return refuse(parsed.refusal.code, parsed.refusal.parameters, `/${index}`)
    if (parsed.value === null) return refuse('invalid_id', undefined, `/${index}`)
    ids.add(parsed.value)
  }
  return accept([...ids])
}

/** Kept in a link table; an empty list is its emptiness, never null. */
export const relations: FieldType = {
  name: 'relations',
  kind: 'records',
  column: undefined,
  sortable: false,
  groupable: false,
  searchable: false,
  uniqueable: false,
  settings: ['to'],
  parse,
  read: (text) => parse(text.trim().split(separator)),
  format: (value) => (Array.isArray(value) ? value.join(', ') : String(value)),
  schema: () => ({
    type: 'array',
    items: { type: 'string', format: 'uuid' },
    uniqueItems: true,
    maxItems: most,
    description: 'Ids of the records it points to',
  }),
}
