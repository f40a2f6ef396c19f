import { isStorable } from './characters.ts'
import { accept, type FieldType, type Parsed, refuse } from './field-type.ts'

const mostBytes = 65_536
const mostDepth = 32
const encoder = new TextEncoder()

/** Why PostgreSQL could not keep a value, or undefined. Depth is checked before anything that recurses without end. */
function refusalOf(value: unknown, depth: number): Parsed | undefined {
  switch (typeof value) {
    case 'boolean':
      return undefined
    case 'string':
      return isStorable(value) ? undefined : refuse('invalid_text')
    case 'number':
      return Number.isFinite(value) ? undefined : refuse('invalid_number')
    case 'object':
      return value === null ? undefined : refusalInside(value, depth + 1)
    default:
      return refuse('wrong_type', { expected: 'JSON' })
  }
}

function refusalInside(value: object, depth: number): Parsed | undefined {
  if (depth > mostDepth) return refuse('json_too_deep', { most: mostDepth })
  if (Array.isArray(value)) {
    for (const member of value) {
      const refusal = refusalOf(member, depth)
      if (refusal !== undefined) return refusal
    }
    return undefined
  }
  for (const name of Object.keys(value)) {
    if (name === '__proto__') return refuse('member_not_allowed', { member: name })
    if (!isStorable(name)) return refuse('invalid_text')
    const refusal = refusalOf(Reflect.get(value, name), depth)
    if (refusal !== undefined) return refusal
  }
  return undefined
}

function parse(value: unknown): Parsed {
  const refusal = refusalOf(value, 0)
  if (refusal !== undefined) return refusal
  const text = JSON.stringify(value)
  // Length first: a text of few units needs no encoding to be known small.
  if (text.length * 3 > mostBytes && encoder.encode(text).length > mostBytes)
    return refuse('json_too_large', { most: mostBytes })
  return accept(value)
}

/** Any JSON value of at most 64 KB and 32 levels, kept as it is. */
export const json: FieldType = {
  name: 'json',
  kind: 'json',
  column: 'jsonb',
  sortable: false,
  groupable: false,
  searchable: false,
  uniqueable: false,
  settings: [],
  parse,
  read: (text) => {
    try {
      return parse(JSON.parse(text))
    } catch {
      return refuse('wrong_type', { expected: 'JSON' })
    }
  },
  format: (value) => JSON.stringify(value) ?? '',
  schema: () => ({ description: 'Any JSON value of at most 64 KB and 32 levels' }),
}
