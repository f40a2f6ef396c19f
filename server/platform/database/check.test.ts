import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'
import { checkDatabase } from './check.ts'

let database: TestDatabase
let administrator: pg.Client

beforeAll(async () => {
  database = await createTestDatabase()
  administrator = new pg.Client(database.url)
  await administrator.connect()
})
afterAll(async () => {
  await administrator.end()
  await database.drop()
})

async function checkOf(url: string) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await checkDatabase(client)
  } finally {
    await client.end()
  }
}

test('the embedded one passes', async () => {
  expect(await checkOf(database.url)).toEqual({ serverVersion: expect.any(Number), hasUuidv7: true })
})

test('a database whose character type knows no Chinese is refused with the way out', async () => {
  const name = `ctype_${randomUUID().slice(0, 8)}`
  await administrator.query(
    `create database ${name} template template0 encoding 'UTF8' lc_ctype 'C' lc_collate 'C' locale_provider libc`,
  )
  const url = new URL(database.url)
  url.pathname = `/${name}`
  await expect(checkOf(url.href)).rejects.toThrow(/LC_CTYPE.*lc_ctype 'C\.UTF-8'/s)
  await administrator.query(`drop database ${name}`)
})

test('a role that may not create roles and schemas is told both', async () => {
  const role = `check_${process.pid}`
  await administrator.query(`create role ${role} login password 'weak'`)
  const url = new URL(database.url)
  url.username = role
  url.password = 'weak'
  await expect(checkOf(url.href)).rejects.toThrow(/may not create roles[\s\S]*may not create schemas/)
  await administrator.query(`drop role ${role}`)
})

test('an old server is told what it lacks', async () => {
  const old = { query: async () => ({ rows: [{ current_setting: '140012' }] }) }
  await expect(checkDatabase(old)).rejects.toThrow(/PostgreSQL 14, which lacks .*Use PostgreSQL 15 or later/)
})
