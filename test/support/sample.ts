import type { TSchema } from 'typebox'

interface JsonSchema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly JsonSchema[]
  readonly format?: string
  readonly minLength?: number
  readonly minimum?: number
  readonly minItems?: number
  readonly items?: JsonSchema
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
}

const byFormat: Readonly<Record<string, string>> = {
  uuid: '01890000-0000-7000-8000-000000000000',
  'date-time': '2026-01-01T00:00:00Z',
}

/** The least that a schema takes: required members alone, shortest texts and lists. `known` gives members by name. */
export function sampleOf(schema: TSchema, known: Readonly<Record<string, unknown>> = {}): unknown {
  return sample(schema as JsonSchema, known)
}

function sample(schema: JsonSchema, known: Readonly<Record<string, unknown>>): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum[0]
  if (schema.anyOf !== undefined) return sample(schema.anyOf[0]!, known)
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => schema.required?.includes(name) || name in known)
          .map(([name, member]) => [name, known[name] ?? sample(member, known)]),
      )
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items ?? {}, known))
    case 'string':
      return byFormat[schema.format ?? ''] ?? 'x'.repeat(schema.minLength ?? 1)
    case 'integer':
    case 'number':
      return schema.minimum ?? 1
    case 'boolean':
      return false
    default:
      return {}
  }
}
