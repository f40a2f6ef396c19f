import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessOfNobody } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { shippedRoles } from '#shared/access/shipped-roles.ts'
import type { AppError } from '#shared/errors.ts'
import { contextOf, createTestWorkspace } from '#test/support/workspace.ts'
import {
  buildWantedIndexes,
  createField,
  createObject,
  deleteField,
  deleteObject,
  updateField,
  updateObject,
  wantIndex,
} from './index.ts'
import { standard } from './test/objects.ts'

let scene: Awaited<ReturnType<typeof createTestWorkspace>>
let cx: Context

beforeAll(async () => {
  scene = await createTestWorkspace(standard)
  cx = scene.cx
})
afterAll(() => scene.drop())

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'nothing was refused',
    (error: AppError) => error.code,
  )

async function query(text: string, values: unknown[] = []) {
  const { rows } = await cx.workspace.pool.query({
    text: text.replaceAll('{s}', cx.workspace.schema),
    values,
  })
  return rows
}

const insert = (table: string, columns: Record<string, unknown>) =>
  query(
    `insert into {s}."${table}" (id, created_at, updated_at, ${Object.keys(columns)
      .map((name) => `"${name}"`)
      .join(', ')})
     values ($1, now(), now(), ${Object.keys(columns)
       .map((_, index) => `$${index + 2}`)
       .join(', ')}) returning *`,
    [randomUUID(), ...Object.values(columns)],
  )

test('standard objects are tables with typed columns, twins and references', async () => {
  const columns = await query(
    `select column_name as name, data_type as type from information_schema.columns
      where table_schema = '{s}' and table_name = 'company'`,
  )
  const types = Object.fromEntries(columns.map(({ name, type }) => [name, type]))
  expect(types).toMatchObject({
    id: 'uuid',
    revenue: 'numeric',
    _revenue_home: 'numeric',
    _phone_e164: 'text',
    currency: 'text',
    parent: 'uuid',
    _search: 'text',
  })
  await expect(insert('company', { name: 'x', parent: randomUUID() })).rejects.toMatchObject({
    code: '23503',
  })
})

test('an object is made, renamed and removed, and its name is free again', async () => {
  const made = await createObject(cx, {
    name: 'project',
    label: { 'zh-CN': '项目' },
    fields: [
      { name: 'customer', type: 'relation', to: 'company', label: '客户' },
      { name: 'members', type: 'relations', to: 'user' },
      { name: 'number', type: 'autoNumber', prefix: 'P-', digits: 4 },
    ],
  })
  expect(made.label).toEqual({ 'zh-CN': '项目', 'zh-TW': '项目', en: '项目' })
  expect(made.fields.filter((field) => !field.system).map((field) => field.wire)).toEqual([
    'name',
    'customerId',
    'memberIds',
    'number',
  ])
  const [row] = await insert('project', { name: 'Bridge' })
  expect(row?.number).toBe('P-0001')

  await updateObject(cx, 'project', { name: 'venture', label: 'Venture' })
  expect(cx.workspace.catalogue().find('project')).toBeUndefined()
  expect(cx.workspace.catalogue().object('venture').table).toBe('project')

  await deleteObject(cx, 'venture')
  const again = await createObject(cx, { name: 'project' })
  expect(again.table).toBe('project_2')
  expect(await query('select name from {s}.project')).toEqual([{ name: 'Bridge' }])
})

test('a removed object takes the relations to it along', async () => {
  await createObject(cx, { name: 'region' })
  await createField(cx, 'company', { name: 'region', type: 'relation', to: 'region' })
  await deleteObject(cx, 'region')
  expect(cx.workspace.catalogue().object('company').fieldByName.has('region')).toBe(false)
})

test('a field keeps its column through renames, and a new one of its name gets another', async () => {
  await createField(cx, 'company', { name: 'nickName', type: 'text' })
  await insert('company', { name: 'a', nick_name: 'kept' })
  const renamed = await updateField(cx, 'company', 'nickName', { name: 'shortName' })
  expect(renamed).toMatchObject({ name: 'shortName', column: 'nick_name' })
  await deleteField(cx, 'company', 'shortName')
  const second = await createField(cx, 'company', { name: 'nickName', type: 'number' })
  expect(second.column).toBe('nick_name_2')
  await deleteField(cx, 'company', 'nickName')
})

test('properties change one by one, and null takes one away', async () => {
  await createField(cx, 'company', { name: 'motto', type: 'text', help: 'What they say', maxLength: 50 })
  const changed = await updateField(cx, 'company', 'motto', { help: null, label: { en: 'Motto' } })
  expect(changed.help).toBeUndefined()
  expect(changed).toMatchObject({ maxLength: 50, label: { 'zh-CN': 'Motto', en: 'Motto' } })
})

test('types change only where nothing is lost', async () => {
  await createField(cx, 'company', { name: 'kind', type: 'select', options: ['x', 'y'] })
  expect(await updateField(cx, 'company', 'kind', { type: 'longText' })).toMatchObject({ type: 'longText' })
  expect(cx.workspace.catalogue().object('company').fieldByName.get('kind')?.options).toBeUndefined()
  expect(await codeOf(updateField(cx, 'company', 'kind', { type: 'number' }))).toBe('field_type_change')
})

test('standard objects and fields cannot be deleted, nor a title', async () => {
  expect(await codeOf(deleteObject(cx, 'company'))).toBe('object_protected')
  expect(await codeOf(deleteField(cx, 'company', 'level'))).toBe('field_protected')
  await createObject(cx, { name: 'note', title: 'text', fields: [{ name: 'text', type: 'text' }] })
  expect(await codeOf(deleteField(cx, 'note', 'text'))).toBe('title_field_in_use')
})

test('members may not change the structure', async () => {
  const member = contextOf(
    cx.workspace,
    accessOfNobody(shippedRoles.find(({ key }) => key === 'member')!.permissions),
  )
  expect(await codeOf(createObject(member, { name: 'secret' }))).toBe('not_permitted')
  expect(await codeOf(deleteField(member, 'company', 'motto'))).toBe('not_permitted')
})

test('records that break a new rule are counted, and nothing changes', async () => {
  await createObject(cx, { name: 'item', fields: [{ name: 'sku', type: 'text' }] })
  for (const sku of ['1', '1', '2', null, null, null]) await insert('item', { name: 'n', sku })
  const { version } = cx.workspace.catalogue()
  await expect(updateField(cx, 'item', 'sku', { required: true })).rejects.toMatchObject({
    code: 'existing_values_conflict',
    parameters: { count: 3 },
  })
  await expect(updateField(cx, 'item', 'sku', { unique: true })).rejects.toMatchObject({
    code: 'existing_values_conflict',
    parameters: { count: 2 },
  })
  expect(await codeOf(createField(cx, 'item', { name: 'ean', type: 'text', required: true }))).toBe(
    'existing_values_conflict',
  )
  expect((await cx.workspace.refresh()).version).toBe(version)
  expect(
    await query(`select column_name from information_schema.columns
      where table_schema = '{s}' and table_name = 'item' and column_name = 'ean'`),
  ).toEqual([])
  expect(
    await query(`select indexname from pg_indexes where schemaname = '{s}' and indexname ~ '^_u_item'`),
  ).toEqual([])

  await query(`update {s}.item set sku = id::text`)
  await updateField(cx, 'item', 'sku', { required: true, unique: true })
  await insert('item', { name: 'n', sku: '7' })
  await expect(insert('item', { name: 'n', sku: '7' })).rejects.toMatchObject({
    code: '23505',
    constraint: '_u_item_sku',
  })
  await updateField(cx, 'item', 'sku', { unique: false })
  await insert('item', { name: 'n', sku: '7' })
})

test('an option that records have cannot go', async () => {
  await insert('company', { name: 'b', level: 'a' })
  const without = { options: ['b', 'c'] }
  expect(await codeOf(updateField(cx, 'company', 'level', without))).toBe('existing_values_conflict')
  await query(`update {s}.company set level = 'b'`)
  await updateField(cx, 'company', 'level', without)
})

test('wanted indexes are built, and taken away with their field', async () => {
  await createField(cx, 'company', { name: 'city', type: 'text' })
  const company = cx.workspace.catalogue().object('company')
  const city = company.fieldByName.get('city')!
  const revenue = company.fieldByName.get('revenue')!
  await wantIndex(cx.workspace, company, city, 'filter')
  await wantIndex(cx.workspace, company, city, 'contains')
  await wantIndex(cx.workspace, company, revenue, 'sort')
  await buildWantedIndexes(cx.workspace)
  const definitions = async (column: string) =>
    (await query(`select indexdef from pg_indexes where schemaname = '{s}' and indexdef ~ $1`, [column]))
      .map(({ indexdef }) => indexdef.replace(/.* USING /, ''))
      .sort()
  expect(await definitions('city')).toEqual([
    'btree (city, created_at DESC, id DESC) WHERE (deleted_at IS NULL)',
    "gin (_grams(city)) WITH (gin_pending_list_limit='128')",
  ])
  expect(await definitions('_revenue_home')).toEqual(['btree (_revenue_home, id) WHERE (deleted_at IS NULL)'])
  expect(await query('select distinct state from {s}._index')).toEqual([{ state: 'ready' }])
  await deleteField(cx, 'company', 'city')
  await buildWantedIndexes(cx.workspace)
  expect(await definitions('city')).toEqual([])
})

test('what a killed build left is built again', async () => {
  const owner = await cx.workspace.connectAsOwner()
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_index i on i.indexrelid = c.oid
      where relnamespace = $1::regnamespace and relname ~ '^_i_company_parent'`,
    [cx.workspace.schema],
  )
  const name = rows[0]!.name
  await owner.end()
  // In one transaction, as the builder of earlier wishes may still be at work.
  const { schema } = cx.workspace
  await scene.platform.pool.query(`begin; drop index ${schema}.${name}; create index ${name} on ${schema}.company (parent);
    update pg_index set indisvalid = false where indexrelid = '${schema}.${name}'::regclass; commit`)
  await buildWantedIndexes(cx.workspace)
  const [found] = await query(
    `select indisvalid as valid, pg_get_expr(indpred, indrelid) as predicate from pg_index where indexrelid = $1::regclass`,
    [`{s}.${name}`.replace('{s}', cx.workspace.schema)],
  )
  expect(found).toEqual({ valid: true, predicate: '(deleted_at IS NULL)' })
})

test('an object holds 300 fields, and refuses what no row could hold', async () => {
  const fields = Array.from({ length: 300 }, (_, index) => ({ name: `f${index}`, type: 'text' }))
  await createObject(cx, { name: 'wide', fields })
  const names = fields.map(({ name }) => `"${name}"`)
  await query(
    `insert into {s}.wide (id, created_at, updated_at, ${names}) values ($1, now(), now(), ${names.map(() => `$2`)})`,
    [randomUUID(), '长文本'.repeat(300)],
  )
  const more = Array.from({ length: 500 }, (_, index) => ({ name: `f${index}`, type: 'text' }))
  expect(await codeOf(createObject(cx, { name: 'wider', fields: more }))).toBe('too_many_fields')
})
