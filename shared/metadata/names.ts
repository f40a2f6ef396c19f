import { wireName } from '#shared/fields/wire-name.ts'
import type { FieldDefinition } from './definition.ts'
import type { Check, Report } from './report.ts'
import { systemFields } from './system-fields.ts'

const longest = 40

/** An API name: `closeDate`. */
export const aName: Check<string> = (value, path, report) => {
  if (typeof value === 'string' && value.length <= longest && /^[a-z][A-Za-z0-9]*$/.test(value)) return value
  report(path, 'invalid_name', {
    name: typeof value === 'string' ? value.slice(0, 100) : JSON.stringify(value).slice(0, 100),
    most: longest,
  })
  return undefined
}

// Members of every record, and of every JavaScript object.
const reserved = [
  'id',
  'currency',
  ...systemFields.flatMap((field) => [field.name, wireName(field)]),
  ...Object.getOwnPropertyNames(Object.prototype),
].map((name) => name.toLowerCase())

type Named = Pick<FieldDefinition, 'name' | 'type'>

/** Every name that a field takes in a record: its own and that of its JSON member. */
const namesOf = (field: Named) => [field.name.toLowerCase(), wireName(field).toLowerCase()]

/** Refuses a field whose names another field has, in whatever case, or every record. */
export function checkFieldNames(field: Named, others: readonly Named[], path: string, report: Report): void {
  const taken = new Set([...reserved, ...others.flatMap(namesOf)])
  if (namesOf(field).some((name) => taken.has(name))) report(path, 'name_taken', { name: field.name })
}

export const isReservedName = (name: string): boolean => reserved.includes(name.toLowerCase())
