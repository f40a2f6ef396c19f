import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'
import { migrate } from './migrate.ts'

let database: TestDatabase
let client: pg.Client
let folder: string

beforeAll(async () => {
  database = await createTestDatabase()
  client = new pg.Client(database.url)
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-migrations-'))
  return () => rmSync(folder, { recursive: true })
})

const put = (name: string, text: string) => writeFileSync(join(folder, name), text)

test('runs each file once, in order, and quotes the schema', async () => {
  put('001-first.sql', 'create table {{schema}}.a (n int);')
  put('002-second.sql', 'insert into {{schema}}.a values (1); insert into {{schema}}.a values (2);')
  expect(await migrate(client, folder, 'Odd "one"')).toEqual(['001-first.sql', '002-second.sql'])
  expect(await migrate(client, folder, 'Odd "one"')).toEqual([])
  put('003-third.sql', 'delete from {{schema}}.a where n = 1')
  expect(await migrate(client, folder, 'Odd "one"')).toEqual(['003-third.sql'])
  expect((await client.query('select n from "Odd ""one""".a')).rows).toEqual([{ n: 2 }])
})

test('goes on where a failed file stopped, which leaves nothing behind', async () => {
  put('001-good.sql', 'create table {{schema}}.a (n int)')
  put('002-bad.sql', 'create table {{schema}}.b (n int); select 1/0')
  await expect(migrate(client, folder, 'halfway')).rejects.toThrow(/002-bad\.sql failed: division by zero/)
  expect((await client.query(`select to_regclass('halfway.b') b`)).rows).toEqual([{ b: null }])
  put('002-bad.sql', 'create table {{schema}}.b (n int)')
  expect(await migrate(client, folder, 'halfway')).toEqual(['002-bad.sql'])
})

test('refuses a file changed after it ran, and data of a newer version', async () => {
  put('001-first.sql', 'select 1')
  await migrate(client, folder, 'guarded')
  put('001-first.sql', 'select 2')
  await expect(migrate(client, folder, 'guarded')).rejects.toThrow(/was changed after it ran/)
  rmSync(join(folder, '001-first.sql'))
  await expect(migrate(client, folder, 'guarded')).rejects.toThrow(/a newer Kith wrote this data/)
})

test('two at once do the work once', async () => {
  put('001-slow.sql', 'select pg_sleep(0.1); create table {{schema}}.a (n int)')
  const second = new pg.Client(database.url)
  await second.connect()
  const ran = await Promise.all([migrate(client, folder, 'twice'), migrate(second, folder, 'twice')])
  await second.end()
  expect(ran.flat()).toEqual(['001-slow.sql'])
})

test('a name that was not given is an error before anything runs', async () => {
  put('001-first.sql', 'grant usage on schema {{schema}} to {{owner}}')
  await expect(migrate(client, folder, 'named')).rejects.toThrow(/\{\{owner\}\}/)
})
