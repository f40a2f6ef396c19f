import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'
import type { FieldType } from './field-type.ts'
import { fieldTypes } from './index.ts'
import { fieldOf, levels, parse } from './testing.ts'

const id = '0190f0e0-0000-7000-8000-00000000000a'
/** One wire value or more of each type whose value PostgreSQL keeps in a column. */
const samples: Readonly<Record<string, readonly unknown[]>> = {
  text: ['Café 华为 😀'],
  longText: ['a\n\tb'],
  richText: ['**粗体**'],
  number: [0, -1.5, 1e-7, 999_999_999_999_999, 0.123456789012345],
  money: ['007.50', '-0.000001', '999999999999999999.999999', 1000, 12.5],
  percent: [12.5],
  boolean: [true, false],
  date: ['0001-01-01', '2026-11-20', '9999-12-31'],
  dateTime: [
    '2026-11-20T08:30:00.123Z',
    '2026-11-20T08:30:00.120+08:00',
    '0001-01-01T00:00:00Z',
    '1900-06-01T12:00:00Z',
  ],
  select: ['key'],
  multiSelect: [['normal', 'key']],
  tags: [['华东', 'a,b', '"{}"', '\\']],
  email: ['ann@example.com'],
  phone: ['0512-62884100转801'],
  url: ['https://example.com'],
  address: [{ city: '苏州市', country: 'CN', latitude: 31.3 }],
  rating: [5],
  autoNumber: ['Q-1'],
  user: [id],
  relation: [id.toUpperCase()],
  anyRecord: [{ id, object: 'deal' }],
  file: [id],
  json: [{ a: [1, null, '\\'] }, 'text', 5],
}

let database: TestDatabase
let client: pg.Client

beforeAll(async () => {
  database = await createTestDatabase()
  client = new pg.Client(database.url)
  await client.connect()
  await client.query(`set time zone 'Asia/Kathmandu'`)
})

afterAll(async () => {
  await client.end()
  await database.drop()
})

it.each(Object.values(fieldTypes).filter((type: FieldType) => type.column !== undefined))(
  'a $name comes back from its column as it was kept',
  async ({ name, column, wire }: FieldType) => {
    const values = samples[name] ?? []
    expect(values.length).toBeGreaterThan(0)
    for (const value of values) {
      const kept = parse(name, value, fieldOf(name, { options: levels }))
      const parameter = column === 'jsonb' ? JSON.stringify(kept) : kept
      const printed = wire === undefined ? 'value' : wire('value')
      const { rows } = await client.query<{ row: string }>(
        `select row_to_json(r)::text as row
           from (select ${printed} as x from (select $1::${column} as value) v) r`,
        [parameter],
      )
      expect(JSON.parse(rows[0]?.row ?? '')).toEqual({ x: kept })
    }
  },
)
