import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWantedIndexes, createField } from '#server/core/metadata/index.ts'
import { standard } from '#server/core/metadata/test/objects.ts'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'
import { contextOf, openPlatform } from '#test/support/workspace.ts'
import { WorkspaceRegistry } from './index.ts'
import { connectAsOwner } from './open-workspace.ts'
import { createSchema } from './roles.ts'

const schema = `w_${randomUUID().replaceAll('-', '').slice(0, 12)}`
const id = randomUUID()
let database: TestDatabase
let opened: Awaited<ReturnType<typeof openPlatform>>
let registry: WorkspaceRegistry

beforeAll(async () => {
  database = await createTestDatabase()
  opened = await openPlatform(database.url)
  const { platform } = opened
  const client = await platform.pool.connect()
  await createSchema(client, platform, schema)
  client.release()
  const owner = await connectAsOwner(platform, { schema, databaseUrl: database.url })
  const fixture = await readFile(join(import.meta.dirname, 'test/older-workspace.sql'), 'utf8')
  await owner.query(fixture.replaceAll('{{schema}}', `"${schema}"`))
  await owner.end()
  await platform.pool.query(
    `insert into kith.workspace (id, slug, name, schema_name) values ($1, 'old', 'Old', $2)`,
    [id, schema],
  )
  registry = new WorkspaceRegistry(platform, standard)
  await registry.upgrade()
})
afterAll(async () => {
  await registry.close()
  await opened.close()
  await database.drop()
})

test('an older workspace gets what is new, and keeps its records and what the customer changed', async () => {
  const workspace = await registry.get(id)
  const account = workspace.catalogue().object('account')
  const names = account.fields.filter(({ system }) => !system).map(({ name }) => name)
  expect(names).toEqual(['name', 'level', 'parent', 'nickname', 'code', 'phone', 'revenue'])
  expect(account.fieldByName.get('level')?.options?.map(({ value }) => value)).toEqual(['a', 'b', 'c'])
  const { rows } = await workspace.pool.query({
    text: `select a.name, a.nickname, a.revenue, p.name as parent from ${schema}.company a
           left join ${schema}.company p on p.id = a.parent order by a.created_at`,
  })
  expect(rows).toEqual([
    { name: '华为', nickname: 'HW', revenue: null, parent: null },
    { name: '海思', nickname: null, revenue: null, parent: '华为' },
  ])
})

test('it has the engine’s tables and indexes of today, and can be changed further', async () => {
  const workspace = await registry.get(id)
  await buildWantedIndexes(workspace)
  const { rows } = await workspace.pool.query({
    text: `select to_regclass($1) is not null as log,
             exists (select from pg_indexes where schemaname = $2 and tablename = 'company'
               and indexdef ~ '_grams\\(_search\\)') as search`,
    values: [`${schema}._change`, schema],
  })
  expect(rows).toEqual([{ log: true, search: true }])
  await createField(contextOf(workspace), 'account', { name: 'region', type: 'text' })
})

test('a second start changes nothing', async () => {
  const { version } = (await registry.get(id)).catalogue()
  await registry.upgrade()
  expect((await (await registry.get(id)).refresh()).version).toBe(version)
})
