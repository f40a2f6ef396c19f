import { formatAddress } from './address-format.ts'
import { readAddress } from './address-read.ts'
import { checkLine } from './characters.ts'
import { isCountry } from './countries.ts'
import { accept, type FieldType, type Parsed, refuse } from './field-type.ts'

/** Wire value: all members are optional, at least one is there. */
export interface Address {
  /** ISO 3166-1 alpha-2. */
  readonly country?: string
  readonly province?: string
  readonly city?: string
  readonly district?: string
  /** Six digits of the administrative division (GB/T 2260). */
  readonly code?: string
  readonly street?: string
  readonly postalCode?: string
  /** Degrees, in `datum`. */
  readonly latitude?: number
  readonly longitude?: number
  readonly datum?: 'WGS84' | 'GCJ02' | 'BD09'
}

const datums: readonly unknown[] = ['WGS84', 'GCJ02', 'BD09']

const line = (most: number) => (value: unknown) => checkLine(value, most)
const degrees = (most: number) => (value: unknown) => {
  if (typeof value !== 'number') return refuse('wrong_type', { expected: 'number' })
  return Math.abs(value) <= most
    ? accept(value === 0 ? 0 : value)
    : refuse('number_out_of_range', { least: -most, most })
}
const word = (isValid: (text: string) => boolean, expected: string) => (value: unknown) => {
  if (value === '') return accept(null)
  return typeof value === 'string' && isValid(value) ? accept(value) : refuse('wrong_type', { expected })
}

/** In the order in which they are kept and served. */
const members: ReadonlyMap<string, (value: unknown) => Parsed> = new Map([
  ['country', word(isCountry, 'ISO 3166-1 alpha-2')],
  ['province', line(100)],
  ['city', line(100)],
  ['district', line(100)],
  ['code', word((text) => /^\d{6}$/.test(text), 'six digits')],
  ['street', line(500)],
  ['postalCode', line(20)],
  ['latitude', degrees(90)],
  ['longitude', degrees(180)],
  ['datum', word((text) => datums.includes(text), datums.join(' | '))],
])

function parse(value: unknown): Parsed {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse('wrong_type', { expected: 'object' })
  for (const member of Object.keys(value))
    if (!members.has(member)) return refuse('invalid_address', { member: member.slice(0, 80) })
  const kept: [string, unknown][] = []
  for (const [member, check] of members) {
    if (!Object.hasOwn(value, member)) continue
    const content: unknown = Reflect.get(value, member)
    if (content === null) continue
    const parsed = check(content)
    if (!parsed.ok) return refuse(parsed.refusal.code, parsed.refusal.parameters, `/${member}`)
    if (parsed.value !== null) kept.push([member, parsed.value])
  }
  return accept(kept.length === 0 ? null : Object.fromEntries(kept))
}

/** Empty members are left out; an address without any counts as null. */
export const address: FieldType = {
  name: 'address',
  kind: 'address',
  column: 'jsonb',
  sortable: false,
  groupable: false,
  searchable: false,
  uniqueable: false,
  settings: [],
  parse,
  read: (text, _field, locale) => parse(readAddress(text, locale)),
  format: (value, _field, locale) =>
    typeof value === 'object' && value !== null ? formatAddress(value, locale) : String(value),
  schema: () => ({
    type: 'object',
    additionalProperties: false,
    properties: {
      country: { type: 'string', description: 'ISO 3166-1 alpha-2' },
      province: { type: 'string', maxLength: 100 },
      city: { type: 'string', maxLength: 100 },
      district: { type: 'string', maxLength: 100 },
      code: { type: 'string', pattern: '^\\d{6}$', description: 'Administrative division, GB/T 2260' },
      street: { type: 'string', maxLength: 500 },
      postalCode: { type: 'string', maxLength: 20 },
      latitude: { type: 'number', minimum: -90, maximum: 90 },
      longitude: { type: 'number', minimum: -180, maximum: 180 },
      datum: { type: 'string', enum: datums },
    },
  }),
}
