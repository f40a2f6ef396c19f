import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '#server/core/context.ts'
import { WorkspaceRegistry } from '#server/core/workspaces/index.ts'
import { isDatabaseError } from '#server/platform/database/index.ts'
import { contextOf, createTestWorkspace, openPlatform } from '#test/support/workspace.ts'
import { changeMetadata } from './change.ts'
import { buildWantedIndexes, createField, createObject, deleteField, updateField } from './index.ts'
import { standard } from './test/objects.ts'

let scene: Awaited<ReturnType<typeof createTestWorkspace>>
let cx: Context

beforeAll(async () => {
  scene = await createTestWorkspace(standard)
  cx = scene.cx
})
afterAll(() => scene.drop())

async function query(text: string, values: unknown[] = []) {
  const { rows } = await cx.workspace.pool.query({
    text: text.replaceAll('{s}', cx.workspace.schema),
    values,
  })
  return rows
}

/** Writes as the write door does: under the guard, and again when the metadata was another. Returns how often. */
async function keepWriting(writer: string, until: () => boolean): Promise<number> {
  const { pool, schema } = cx.workspace
  let written = 0
  while (!until()) {
    const client = await pool.connect()
    try {
      await client.query('begin')
      await client.query(`select ${schema}._guard($1)`, [cx.workspace.catalogue().version])
      await client.query(
        `insert into ${schema}.company (id, created_at, updated_at, name) values ($1, now(), now(), $2)`,
        [randomUUID(), writer],
      )
      await client.query('commit')
      written += 1
    } catch (error) {
      await client.query('rollback')
      if (!isDatabaseError(error, 'KT001')) throw error
      await cx.workspace.refresh()
    } finally {
      client.release()
    }
  }
  return written
}

test('writers go on while fields come and go, and no write is lost', async () => {
  let done = false
  const writers = ['w1', 'w2', 'w3', 'w4'].map((writer) => keepWriting(writer, () => done))
  for (let round = 0; round < 5; round++) {
    await createField(cx, 'company', { name: `extra${round}`, type: 'relation', to: 'user' })
    await updateField(cx, 'company', `extra${round}`, { name: `more${round}` })
    await deleteField(cx, 'company', `more${round}`)
  }
  done = true
  const written = await Promise.all(writers)
  expect(Math.min(...written)).toBeGreaterThan(0)
  const [{ count } = { count: '' }] = await query('select count(*) from {s}.company')
  expect(Number(count)).toBe(written.reduce((sum, each) => sum + each, 0))
})

test('two processes that change the structure at once both succeed, or one is told why not', async () => {
  const second = await openPlatform(scene.platform.databaseUrl)
  const registry = new WorkspaceRegistry(second.platform, standard)
  const there = contextOf(await registry.get(cx.workspace.id))
  const outcomes = await Promise.allSettled(
    [0, 1, 2, 3, 4, 5].map((number) =>
      createField(number % 2 === 0 ? cx : there, 'team', { name: `field${number % 3}`, type: 'text' }),
    ),
  )
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []))
  expect(refused).toEqual(['name_taken', 'name_taken', 'name_taken'])
  await cx.workspace.refresh()
  const names = cx.workspace
    .catalogue()
    .object('team')
    .fields.map(({ name }) => name)
  expect(names.filter((name) => name.startsWith('field')).sort()).toEqual(['field0', 'field1', 'field2'])
  await registry.close()
  await second.close()
})

test('a change that long writes keep waiting lets others write, gives up in time and leaves nothing', async () => {
  const { pool, schema } = cx.workspace
  const before = (await cx.workspace.refresh()).version
  const client = await pool.connect()
  await client.query('begin')
  await client.query(`select ${schema}._guard($1)`, [before])
  let over = false
  const change = changeMetadata(cx.workspace, (state) => ({ ...state, shippedDigest: 'new' }), {
    patience: 1_000,
  })
    .catch(({ code }) => code)
    .finally(() => {
      over = true
    })
  expect(await keepWriting('meanwhile', () => over)).toBeGreaterThan(0)
  expect(await change).toBe('metadata_busy')
  await client.query('rollback')
  client.release()
  expect((await cx.workspace.refresh()).version).toBe(before)
  await createField(cx, 'company', { name: 'patient', type: 'text' })
})

test('a large table is checked by an index of its own, which does not stay', async () => {
  await createObject(cx, { name: 'reading', fields: [{ name: 'value', type: 'text' }] })
  await query(
    `insert into {s}.reading (id, created_at, updated_at, name, value)
     select gen_random_uuid(), now(), now(), 'r', n::text from generate_series(1, 30000) n`,
  )
  await query(
    `insert into {s}.reading (id, created_at, updated_at, name) values (gen_random_uuid(), now(), now(), 'r')`,
  )
  const owner = await cx.workspace.connectAsOwner()
  await owner.query(`analyze ${cx.workspace.schema}.reading`)
  await owner.end()
  await expect(updateField(cx, 'reading', 'value', { required: true })).rejects.toMatchObject({
    code: 'existing_values_conflict',
    parameters: { count: 1 },
  })
  await query(`update {s}.reading set value = 'x' where value is null`)
  expect(await updateField(cx, 'reading', 'value', { required: true })).toMatchObject({ required: true })
  expect(await query(`select indexname from pg_indexes where indexname ~ '^_c_'`)).toEqual([])
})

test('records that were there get their automatic numbers, oldest first', async () => {
  await createField(cx, 'reading', { name: 'serial', type: 'autoNumber', prefix: 'R', digits: 3 })
  await buildWantedIndexes(cx.workspace)
  const [row] = await query(
    `select count(distinct serial) as numbers, min(serial) as first, max(length(serial)) as longest from {s}.reading`,
  )
  expect(row).toEqual({ numbers: '30001', first: 'R001', longest: 6 })
})

test('a relation that came later is validated', async () => {
  await createField(cx, 'reading', { name: 'company', type: 'relation', to: 'company' })
  await buildWantedIndexes(cx.workspace)
  expect(await query(`select convalidated from pg_constraint where conname = '_f_reading_company'`)).toEqual([
    { convalidated: true },
  ])
  await expect(query(`update {s}.reading set company = $1`, [randomUUID()])).rejects.toMatchObject({
    code: '23503',
  })
})
