import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { createLog } from '#server/platform/log/index.ts'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'
import { createNotifier, type Notifier } from './notifier.ts'
import { createPlatformPool } from './pool.ts'

let database: TestDatabase
let pool: pg.Pool
const notifiers: Notifier[] = []
const log = createLog('silent')

beforeAll(async () => {
  database = await createTestDatabase()
  pool = createPlatformPool(database.url, log)
})
afterEach(async () => {
  for (const notifier of notifiers.splice(0)) await notifier.stop()
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

async function join(): Promise<Notifier> {
  const notifier = await createNotifier({ url: database.url, pool, log })
  notifiers.push(notifier)
  return notifier
}

test('the own process hears each call at once, another one hears a burst once and only of its prefix', async () => {
  const [here, there] = [await join(), await join()]
  const own: string[] = []
  const others: string[] = []
  here.subscribe('changes:', (topic) => own.push(topic))
  there.subscribe('changes:', (topic) => others.push(topic))
  for (let round = 0; round < 5; round += 1) here.notify('changes:w1')
  here.notify('metadata:w1')
  here.notify('changes:w2')
  expect(own).toEqual([...Array(5).fill('changes:w1'), 'changes:w2'])
  await vi.waitFor(() => expect(others.sort()).toEqual(['changes:w1', 'changes:w2']))
  here.notify('changes:last')
  await vi.waitFor(() => expect(others).toContain('changes:last'))
  expect(others).toHaveLength(3)
  expect(own).toHaveLength(7)
})

test('after a lost connection subscribers are told to look, and hear again', async () => {
  const [here, there] = [await join(), await join()]
  const heard: string[] = []
  there.subscribe('changes:', (topic) => heard.push(topic))
  const administrator = new pg.Client(database.url)
  await administrator.connect()
  await administrator.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kith listener' and datname = current_database()`,
  )
  await administrator.end()
  await vi.waitFor(() => expect(heard).toEqual(['changes:']), 5_000)
  here.notify('changes:w1')
  await vi.waitFor(() => expect(heard).toEqual(['changes:', 'changes:w1']), 5_000)
})

test('a subscriber that fails or has left disturbs nobody', async () => {
  const here = await join()
  const heard: string[] = []
  here.subscribe('', () => {
    throw new Error('careless')
  })
  const leave = here.subscribe('', (topic) => heard.push(`left ${topic}`))
  here.subscribe('', (topic) => heard.push(topic))
  leave()
  here.notify('topic')
  expect(heard).toEqual(['topic'])
})
