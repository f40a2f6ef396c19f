import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '#test/support/database.ts'
import { createPool } from './pool.ts'
import { runAlone } from './run-alone.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
/** Two processes. */
let [one, other]: pg.Pool[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  ;[one, other] = [createPool(database.url), createPool(database.url)]
})
afterAll(async () => {
  await Promise.all([one!.end(), other!.end()])
  await database.drop()
})

test('one does it and the others go, until it is done or has failed', async () => {
  const { promise: under, resolve: end } = Promise.withResolvers<string>()
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  const first = runAlone(one!, 'work', async () => {
    begin()
    return under
  })
  await begun
  for (const pool of [one!, other!]) expect(await runAlone(pool, 'work', async () => 'mine')).toBe(undefined)
  expect(await runAlone(other!, 'other work', async () => 'mine')).toBe('mine')
  end('first')
  expect(await first).toBe('first')
  const failing = runAlone(other!, 'work', async () => Promise.reject(new Error('failed')))
  await expect(failing).rejects.toThrow('failed')
  expect(await runAlone(one!, 'work', async () => 'mine')).toBe('mine')
})
