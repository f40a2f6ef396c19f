import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createLog } from '#server/platform/log/index.ts'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'
import { type Login, WorkspacePools } from './pools.ts'

let database: TestDatabase
let administrator: pg.Client
let pools: WorkspacePools
const logins: Login[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  administrator = new pg.Client(database.url)
  await administrator.connect()
  for (const letter of ['a', 'b', 'c']) {
    const role = `pools_${process.pid}_${letter}`
    await administrator.query(`create role ${role} login password 'of ${letter}'`)
    logins.push({ role, password: `of ${letter}`, databaseUrl: database.url })
  }
})
afterAll(async () => {
  for (const { role } of logins) await administrator.query(`drop role ${role}`)
  await administrator.end()
  await database.drop()
})
beforeEach(() => {
  pools = new WorkspacePools({
    limit: 4,
    size: 2,
    settings: { plan_cache_mode: 'force_custom_plan' },
    log: createLog('silent'),
    patience: 300,
  })
})
afterEach(() => pools.end())

const login = (index: number): Login => logins[index]!

test('each role is logged in as itself, with the settings and with exact numbers as text', async () => {
  const text = `select session_user as role, current_setting('plan_cache_mode') as mode, 9007199254740993 as big,
    1.10 as price, date '2026-02-28' as day`
  for (const each of logins) {
    const { rows } = await pools.query(each, { text })
    expect(rows).toEqual([
      {
        role: each.role,
        mode: 'force_custom_plan',
        big: '9007199254740993',
        price: '1.10',
        day: '2026-02-28',
      },
    ])
  }
})

test('all roles together stay under the limit: an idle pool gives way, a busy one is waited for', async () => {
  const most = async () => {
    const { rows } = await administrator.query(
      `select count(*)::int as n from pg_stat_activity where usename like 'pools_${process.pid}_%'`,
    )
    return rows[0].n
  }
  const slow = { text: 'select pg_sleep(0.03)' }
  const work = Promise.all(Array.from({ length: 30 }, (_, index) => pools.query(login(index % 3), slow)))
  const seen: number[] = []
  for (let look = 0; look < 5; look += 1) {
    seen.push(pools.sizes.total)
    await sleep(10)
  }
  await work
  expect(Math.max(...seen)).toBeLessThanOrEqual(4)
  // A connection that was closed here may be in PostgreSQL's list for a moment longer.
  await vi.waitFor(async () => expect(await most()).toBeLessThanOrEqual(4))
})

test('who finds every connection out for too long is told so', async () => {
  const held = [await pools.connect(login(0)), await pools.connect(login(1))]
  await expect(pools.query(login(2), { text: 'select 1' })).rejects.toMatchObject({
    code: 'database_unavailable',
  })
  for (const client of held) client.release()
  expect((await pools.query(login(2), { text: 'select 1 as one' })).rows).toEqual([{ one: 1 }])
})

test('a connection that was cut is replaced at the next checkout', async () => {
  const client = await pools.connect(login(0))
  const { rows } = await client.query('select pg_backend_pid() as pid')
  client.release()
  await administrator.query('select pg_terminate_backend($1, 2000)', [rows[0].pid])
  await new Promise((settle) => setTimeout(settle, 50))
  expect((await pools.query(login(0), { text: 'select 1 as one' })).rows).toEqual([{ one: 1 }])
})
