import { accept, type FieldSettings, type FieldType, type Parsed, refuse } from './field-type.ts'
import { isIdentifier } from './identifier.ts'

const most = 100
const objectName = /^[a-z][A-Za-z0-9]{0,62}$/
const written = /^([a-z][A-Za-z0-9]{0,62})[:/]([\da-f-]{36})$/i

/** A record of any object. Whether the object is there is the write door's to know. */
export interface RecordReference {
  readonly object: string
  readonly id: string
}

function parseOne(value: unknown, path: string): Parsed {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse('wrong_type', { expected: 'object' }, path)
  let object: unknown
  let id: unknown
  for (const [member, content] of Object.entries(value)) {
    if (member === 'object') object = content
    else if (member === 'id') id = content
    else return refuse('member_not_allowed', { member: member.slice(0, 80) }, path)
  }
  if (typeof object !== 'string') return refuse('wrong_type', { expected: 'string' }, `${path}/object`)
  if (typeof id !== 'string') return refuse('wrong_type', { expected: 'string' }, `${path}/id`)
  if (!objectName.test(object))
    return refuse('unknown_object', { name: object.slice(0, 80), suggestion: '' }, `${path}/object`)
  if (!isIdentifier(id)) return refuse('invalid_id', undefined, `${path}/id`)
  return accept({ object, id: id.toLowerCase() } satisfies RecordReference)
}

function parse(value: unknown, field: FieldSettings): Parsed {
  if (field.multiple !== true) return parseOne(value, '')
  if (!Array.isArray(value)) return refuse('wrong_type', { expected: 'array of objects' })
  if (value.length === 0) return accept(null)
  if (value.length > most) return refuse('too_many_values', { most })
  const references = new Map<string, unknown>()
  for (const [index, member] of value.entries()) {
    const parsed = parseOne(member, `/${index}`)
    if (!parsed.ok) return parsed
    references.set(print(parsed.value), parsed.value)
  }
  return accept([...references.values()])
}

function print(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('object' in value) || !('id' in value))
    return String(value)
  return `${value.object}:${value.id}`
}

/** `{object, id}`; with `multiple` a list of them, each once, an empty one counting as null. */
export const anyRecord: FieldType = {
  name: 'anyRecord',
  kind: 'anyRecord',
  column: 'jsonb',
  sortable: false,
  groupable: false,
  searchable: false,
  uniqueable: false,
  settings: ['multiple'],
  parse,
  read: (text, field) => {
    const references: unknown[] = []
    for (const word of text.trim().split(/[\s,，、;；]+/)) {
      const match = written.exec(word)
      if (match === null) return refuse('invalid_id')
      references.push({ object: match[1], id: match[2] })
    }
    if (field.multiple === true) return parse(references, field)
    return references.length === 1 ? parse(references[0], field) : refuse('too_many_values', { most: 1 })
  },
  format: (value) => (Array.isArray(value) ? value.map(print).join(', ') : print(value)),
  schema: (field) => {
    const one = {
      type: 'object',
      required: ['object', 'id'],
      additionalProperties: false,
      properties: {
        object: { type: 'string', description: 'Name of an object' },
        id: { type: 'string', format: 'uuid' },
      },
    }
    return field.multiple === true ? { type: 'array', items: one, maxItems: most } : one
  },
}
