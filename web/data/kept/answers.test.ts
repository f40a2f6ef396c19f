import 'fake-indexeddb/auto'
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiError } from '../api-error.ts'
import { keys } from '../keys.ts'
import { catalogueOf } from '../objects.ts'
import { keepAnswer, keptAnswer } from './answers.ts'
import { keptDatabase } from './database.ts'
import { forgetSeen } from './forget.ts'
import { readOn } from './read-on.ts'
import { enterScope, expectSwitch, wipeKept } from './scope.ts'
import { memoryStorage } from './testing.ts'

/** Of each test: what an earlier one still writes down belongs to nobody here. */
let workspace: string
const list = keys.list('company', {})

beforeEach(async () => {
  vi.stubGlobal('localStorage', memoryStorage())
  vi.stubGlobal('sessionStorage', memoryStorage())
  await wipeKept()
  workspace = crypto.randomUUID()
  await enterScope({ workspace, user: 'fang' })
})
afterEach(() => vi.unstubAllGlobals())

const rows = async () => (await (await keptDatabase())?.getAll('answers')) ?? []
const written = (count: number) => vi.waitFor(async () => expect(await rows()).toHaveLength(count), 5_000)

const away = () => Promise.reject(new ApiError(0, { code: 'server_unreachable' }))
/** A new page of the browser asks for the list. */
const ask = (answer: () => Promise<unknown>) =>
  new QueryClient({ defaultOptions: { queries: { persister: readOn, retry: false } } }).fetchQuery({
    queryKey: list,
    queryFn: answer,
  })

test('what was seen is read again where the server is away', async () => {
  expect(await ask(async () => ['泓远'])).toEqual(['泓远'])
  await written(1)
  expect(await ask(away)).toEqual(['泓远'])
  expect(await ask(async () => ['海岳'])).toEqual(['海岳'])
})

test('a refusal is told, not covered by what was seen before', async () => {
  await ask(async () => ['泓远'])
  await written(1)
  const refused = () => Promise.reject(new ApiError(403, { code: 'not_permitted' }))
  await expect(ask(refused)).rejects.toMatchObject({ code: 'not_permitted' })
})

test('what was never seen is missed', async () => {
  await expect(ask(away)).rejects.toMatchObject({ code: 'server_unreachable' })
})

test('a catalogue is a catalogue again', async () => {
  keepAnswer(keys.catalogue, catalogueOf({ version: 7, objects: [] }))
  await written(1)
  const kept = (await keptAnswer(keys.catalogue))?.data
  expect(kept).toMatchObject({ version: 7, objects: [] })
  expect(kept).toHaveProperty('find', expect.any(Function))
})

test('of a list that was scrolled through its beginning is kept', async () => {
  const pages = Array.from({ length: 9 }, (_, page) => ({ data: [page], nextCursor: `after ${page}` }))
  keepAnswer(list, { pages, pageParams: pages.map((_, page) => page) })
  await written(1)
  const { text } = (await rows())[0] ?? { text: '' }
  expect(JSON.parse(text)).toEqual({ pages: pages.slice(0, 5), pageParams: [0, 1, 2, 3, 4] })
})

test('keys and other secrets are not kept', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { persister: readOn } } })
  await client.fetchQuery({ queryKey: keys.apiKeys, queryFn: async () => ['secret'] })
  await client.fetchQuery({ queryKey: list, queryFn: async () => ['泓远'] })
  await written(1)
  expect(JSON.stringify(await rows())).not.toContain('secret')
})

test('the oldest make room, and what is too large is not kept', async () => {
  const large = 'x'.repeat(1_900_000)
  for (let index = 0; index < 12; index++) keepAnswer(['records', 'company', index], large)
  keepAnswer(['records', 'company', 'huge'], 'x'.repeat(2_100_000))
  // The last of those that fit is written down, and then the first two have made room for it.
  await vi.waitFor(async () => {
    const hashes = (await rows()).map(({ hash }) => hash)
    expect(hashes).toHaveLength(10)
    expect(hashes).toContain(JSON.stringify(['records', 'company', 11]))
  }, 10_000)
})

test('another person finds nothing; the same one in another workspace keeps both', async () => {
  keepAnswer(list, ['泓远'])
  await written(1)
  expectSwitch()
  await enterScope({ workspace: 'other', user: 'fang too' })
  expect(await keptAnswer(list)).toBeUndefined()
  await written(1)
  await enterScope({ workspace, user: 'somebody else' })
  await written(0)
})

test('signing out leaves nothing but how the machine is set up', async () => {
  localStorage.setItem('kith.language', 'en')
  localStorage.setItem('kith.draft.1', 'what I wrote')
  keepAnswer(list, ['泓远'])
  await written(1)
  await wipeKept()
  expect(await rows()).toEqual([])
  expect([localStorage.getItem('kith.language'), localStorage.getItem('kith.draft.1')]).toEqual(['en', null])
})

test('where nobody is signed in any more, what was seen is gone, and what was written waits for its writer', async () => {
  for (const [key, value] of Object.entries({
    language: 'en',
    'draft.1': 'what I wrote',
    'recent.1': '泓远',
  }))
    localStorage.setItem(`kith.${key}`, value)
  keepAnswer(list, ['泓远'])
  await written(1)
  const scope = localStorage.getItem('kith.scope')
  const database = await keptDatabase()
  await database?.put('outbox', { scope, id: '1' } as never)
  keepAnswer(list, ['not written down yet'])
  await forgetSeen()
  expect(await rows()).toEqual([])
  expect(await keptAnswer(list)).toBeUndefined()
  expect(await database?.count('outbox')).toBe(1)
  expect(['language', 'draft.1', 'recent.1'].map((key) => localStorage.getItem(`kith.${key}`))).toEqual([
    'en',
    'what I wrote',
    null,
  ])
})
