import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shippedObjects } from '#server/apps/index.ts'
import type { Context } from '#server/core/context.ts'
import { createRecords, deleteRecords, listRecords } from '#server/core/records/index.ts'
import { scopeFor } from '#server/core/records/scope.ts'
import { AppError } from '#shared/errors.ts'
import { compile, evaluate, type FieldNode, type Moment, type TypedNode } from '#shared/expression/index.ts'
import { createTestWorkspace } from '#test/support/workspace.ts'
import { conditionSql, valueSql } from './compile.ts'
import { constructsOf, madeTypes } from './test/generate.ts'
import { fileId, idOf, people, rowCount, rowOf, thing } from './test/thing.ts'

type Row = Record<string, unknown>
const zones = ['Asia/Shanghai', 'America/Sao_Paulo', 'Africa/Cairo', 'America/Havana', 'Pacific/Apia', 'UTC']

let cx: Context
let drop: () => Promise<void>
let rows: Row[]

beforeAll(async () => {
  const opened = await createTestWorkspace([...shippedObjects, thing])
  drop = opened.drop
  cx = { ...opened.cx, actor: { ...opened.cx.actor, userId: people[0] } }
  const members = [
    { id: people[0], name: '张三', email: 'a@example.com' },
    { id: people[1], name: 'Bob' },
  ]
  await createRecords(cx, 'user', members)
  const file = { id: fileId, name: 'a.pdf', contentType: 'application/pdf', size: 1, sha256: 'ab' }
  await createRecords({ ...cx, source: 'system' }, 'file', [file])
  await createRecords(
    cx,
    'thing',
    Array.from({ length: rowCount }, (_, index) => rowOf(index)),
  )
  // What pointed to this one points to nothing that can be seen.
  await deleteRecords(cx, 'thing', [idOf(2)])
  const include = ['parent.parent.parent', 'parent.owner', 'parent.manager', 'parent.parent.owner']
  const more = ['owner', 'manager', 'parent.parent.manager']
  const page = await listRecords(cx, 'thing', { limit: 1000, include: [...include, ...more], sort: ['id'] })
  rows = (JSON.parse(page) as { data: Row[] }).data
  expect(rows).toHaveLength(rowCount - 1)
})
afterAll(() => drop())

/** The wire value that a path leads to. */
function read(row: Row, { steps, member }: FieldNode): unknown {
  let record: Row | null | undefined = row
  for (const { field } of steps.slice(0, -1)) record = record?.[field.name] as Row | null | undefined
  const last = steps.at(-1)
  const value = record?.[last === undefined ? 'id' : last.field.wire]
  return member === undefined ? value : (value as Row | null | undefined)?.[member]
}

/** A value in one form, wherever it comes from. */
function plain(value: unknown, node: TypedNode): unknown {
  if (value === null || value === undefined) return null
  if (node.type === 'number')
    return String(value)
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, '')
  return value
}

const asText: Partial<Record<TypedNode['type'], (sql: string) => string>> = {
  number: (sql) => `(${sql})::text`,
  dateTime: (sql) => `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
}

async function bySql(
  node: TypedNode,
  timeZone: string,
): Promise<{ now: string; values: unknown[]; hits: unknown[] }> {
  const catalogue = cx.workspace.catalogue()
  const scope = scopeFor({ ...cx, timeZone }, { catalogue, object: catalogue.object('thing') })
  const value = (asText[node.type] ?? ((sql: string) => sql))(valueSql(node, scope))
  const condition = node.type === 'boolean' ? conditionSql(node, scope) : 'true'
  const from = `from ${cx.workspace.schema}.thing t ${scope.joins.sql.join(' ')}`
  const live = 't.deleted_at is null'
  const text = `select to_json(now()) as now,
    (select json_agg(v.value order by v.id) from (select t.id, ${value} as value ${from} where ${live}) v) as values,
    (select coalesce(json_agg(t.id order by t.id), '[]') ${from} where ${live} and ${condition}) as hits`
  const result = await cx.workspace.queryPool.query<{ now: string; values: unknown[]; hits: unknown[] }>({
    text,
    values: [...scope.parameters.values],
  })
  return result.rows[0]!
}

async function compare(source: string, timeZone = 'Asia/Shanghai'): Promise<void> {
  const catalogue = cx.workspace.catalogue()
  const node = compile(source, catalogue, catalogue.object('thing'))
  const sql = await bySql(node, timeZone)
  const moment: Moment = { now: new Date(sql.now), timeZone, me: people[0] }
  const values = rows.map((row) => evaluate(node, (field) => read(row, field), moment))
  const texts = values.map((value) => (node.type === 'number' && value !== null ? decimalText(value) : value))
  const label = `${source} in ${timeZone}`
  const micros = (value: unknown) =>
    node.type === 'dateTime' && source.includes('now()') && typeof value === 'string'
      ? value.slice(0, 23)
      : value
  const pairs = rows.map(({ id }, index) => [
    id,
    micros(plain(sql.values[index], node)),
    micros(plain(texts[index], node)),
  ])
  expect(
    pairs.filter(([, one, other]) => !isDeepStrictEqual(one, other)),
    `${label}: rows where SQL and JavaScript differ`,
  ).toEqual([])
  if (node.type === 'boolean')
    expect(sql.hits, label).toEqual(rows.filter((_, index) => values[index] === true).map(({ id }) => id))
}

const decimalText = (value: unknown): string => {
  const text = (value as { toFixed: () => string }).toFixed()
  return text === '-0' ? '0' : text
}

/** A word that is no option of a select field is refused, and so is an order with nothing: such pairs are not well typed. */
async function compareTyped(source: string, timeZone: string): Promise<boolean> {
  try {
    await compare(source, timeZone)
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'expression_unknown_option') return false
    if (error instanceof AppError && error.parameters.actual === 'empty') return false
    throw error
  }
}

describe('SQL and JavaScript give the same answer', () => {
  const run = (seed: number, runs: number) =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(...madeTypes.flatMap((type) => constructsOf(type, 3))),
        fc.constantFrom(...zones),
        async (source, zone) => {
          await compareTyped(source, zone)
        },
      ),
      { seed, numRuns: runs },
    )

  it.each([1, 2, 3])('for random expressions, seed %i', (seed) => run(seed, 600))
  it('for random expressions that nobody has seen', () => run(Math.floor(Math.random() * 2 ** 31), 600))

  // Each was a mistake of one side once, or is where one is near.
  it.each([
    'contains(name, "ＨＵＡ") or contains(name, "ﬁ") or contains(name, "ｶ") or startsWith(name, "𠮷")',
    'contains(name, "Σ") or endsWith(name, "ς") or contains(name, "i̇")',
    'isBlank(startsWith(code, email)) or flag = contains(name, essay)',
    'createdAt + 99999999999 > now() or moment - 99999999999 < now()',
    'moment + 3652058',
    'day - 3000000',
    'addMonths(day, -100000)',
    'addMonths(day, 1.9)',
    'addMonths(date("2024-01-31"), stars)',
    'date(moment)',
    'moment > "9999-12-31"',
    'moment = "0001-01-01"',
    'not (moment != "0001-01-01")',
    'empty + empty = 1 or not (ifBlank(empty, empty) + 1 > amount)',
    'left(name, size)',
    'right(name, if(flag, empty, 2))',
    'round(amount, if(flag, empty, 2))',
    'min(amount, size)',
    'max(if(flag, amount, empty), 3)',
    'replace(name, code, "x")',
    'amount * amount * amount',
    'amount / size',
    'size * size',
    'amount / 3',
    'mod(amount, 0.07)',
    'mod(max(amount, size), 7)',
    'round(max(amount, size), -3)',
    'contains(regarding, "01900000-0000-7000-8000-000000000001")',
    'contains(about, "01900000-0000-7000-8000-000000000002")',
    'contains(friends, parent)',
    'if(flag, manager, owner) = me()',
    'startOf(day, "week")',
    'startOf(moment, "quarter") = startOf(day, "quarter")',
    'parent.parent = "华为" or parent in ("Huawei", "A")',
    'day in ("2026-01-01", today()) or moment in ("2026-11-01", "2018-02-18")',
    'name > "ﾟ"',
    '(name & essay) > "😀"',
  ])('for %s', async (source) => {
    for (const zone of zones) await compare(source, zone)
  })

  // What stood twice in the SQL of one level would stand there a million times.
  it.each([
    [25, 'endsWith(name, if(', 'flag', ', name, code))'],
    [50, 'replace(name, ', 'code', ', "x")'],
    [50, 'min(', 'amount', ', size)'],
    [50, 'left(', 'name', ', 9)'],
    [25, 'if(', 'moment', ' = "2026-01-01", moment, createdAt)'],
    [25, 'moment = if(', 'flag', ', day, date("2026-11-01"))'],
  ])('for %i times %s', async (depth, head, leaf, tail) => {
    await compare(`${head.repeat(depth)}${leaf}${tail.repeat(depth)}`)
  })

  it.each(['+ amount', '- size', '* share', '/ size', '& name', 'and flag', 'or flag', 'or day = today()'])(
    'for chains of %s as long as they may be',
    async (link) => {
      const [head, links] = { '&': ['code', 400], and: ['flag', 1_000], or: ['flag', 900] }[
        link.split(' ')[0]!
      ] ?? ['amount', 1_000]
      await compare(`${head} ${`${link} `.repeat(Number(links))}`)
    },
  )

  it('for every character in lower and in upper case', async () => {
    const { rows: characters } = await cx.workspace.pool.query<{
      code: number
      lower: string
      upper: string
    }>({
      text: `select code, lower(chr(code)) as lower, upper(chr(code)) as upper
        from generate_series(1, 1114111) code where code not between 55296 and 57343
          and (lower(chr(code)) <> chr(code) or upper(chr(code)) <> chr(code))`,
    })
    const bySql = new Map(characters.map(({ code, lower, upper }) => [Number(code), [lower, upper]]))
    const differing: string[] = []
    for (let code = 1; code <= 0x10ffff; code++) {
      if (code === 0xd800) code = 0xe000
      const character = String.fromCodePoint(code)
      const [lower, upper] = bySql.get(code) ?? [character, character]
      const [inLower, inUpper] = [character.toLowerCase(), character.toUpperCase()]
      if (lower !== inLower || upper !== inUpper) differing.push(character + inLower + inUpper)
    }
    // JavaScript may know characters of a newer Unicode.
    const { rows: old } = await cx.workspace.pool.query({
      text: 'select known from unnest($1::text[]) known where unicode_assigned(known)',
      values: [differing],
    })
    expect(old).toEqual([])
  })
})
