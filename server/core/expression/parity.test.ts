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
import { expressionOf, madeTypes } from './test/generate.ts'
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
        fc.constantFrom(...madeTypes).chain((type) => expressionOf(type, 3)),
        fc.constantFrom(...zones),
        async (source, zone) => {
          await compareTyped(source, zone)
        },
      ),
      { seed, numRuns: runs },
    )

  it.each([1, 2, 3])('for random expressions, seed %i', (seed) => run(seed, 1_500))
  it('for random expressions that nobody has seen', () => run(Math.floor(Math.random() * 2 ** 31), 1_500))
})
