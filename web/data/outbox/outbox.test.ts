import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { keys } from '../keys.ts'
import type { RecordData } from '../records.ts'
import { updateOf } from './edit.ts'
import type { Write } from './entry.ts'
import { takeBack } from './take-back.ts'
import { browser, FakeServer, openTab, type Page } from './testing.ts'

let server: FakeServer
let tab: Page
const tabs: Page[] = []

const open = async () => {
  const page = await openTab()
  tabs.push(page)
  return page
}
const hongyuan: RecordData = { id: '1', version: 3, name: '泓远', phone: null }
const heard = () => true
const unheard = () => false

beforeEach(async () => {
  server = new FakeServer()
  server.put(hongyuan)
  await browser(server)
  tab = await open()
  tab.client.setQueryData(keys.recordWith('company', '1', []), hongyuan)
})
afterEach(() => {
  for (const page of tabs.splice(0)) page.close()
  vi.unstubAllGlobals()
})

const page = (of: Page = tab) => of.client.getQueryData<RecordData>(keys.recordWith('company', '1', []))
const put = (write: Write, told = heard, on: Page = tab) => on.outbox.add([write], told)[0]!
const rename = (name: string, record: RecordData = page()!, told = heard) =>
  put(updateOf('company', { record, values: { name } }), told)
const creation = (name: string): Write => ({ kind: 'create', object: 'company', id: name, values: { name } })

test('a write shows at once and is on the server soon after', async () => {
  const { settled } = rename('泓远精密')
  expect(page()?.name).toBe('泓远精密')
  expect(await settled).toMatchObject({ state: 'saved', result: { version: 4 } })
  expect(page()).toMatchObject({ name: '泓远精密', version: 4 })
  expect(tab.outbox.get()).toEqual({ waiting: [], refused: [] })
})

test('edits of one record go one after another, each on the version that the one before made', async () => {
  const writes = ['一', '二', '三'].map((name) => rename(name))
  await Promise.all(writes.map(({ settled }) => settled))
  expect(server.received.map(({ ifMatch }) => ifMatch)).toEqual(['3', '4', '5'])
  expect(server.records.get('1')).toMatchObject({ name: '三', version: 6 })
})

test('records do not wait for each other', async () => {
  server.put({ id: '2', version: 1, name: '海岳' })
  const gate = Promise.withResolvers<void>()
  server.gate = gate.promise
  const first = rename('泓远精密')
  const second = put({ ...updateOf('company', { record: { id: '2', version: 1 }, values: { name: '海' } }) })
  await vi.waitFor(() => expect(server.received).toHaveLength(2))
  gate.resolve()
  await Promise.all([first.settled, second.settled])
})

test('a record that refers to a new one is sent after it', async () => {
  const made = put(creation('新客户'))
  const contact = { name: '林知夏', companyId: '新客户' }
  const second = put({ kind: 'create', object: 'contact', id: '林', values: contact })
  await Promise.all([made.settled, second.settled])
  expect(server.received.map(({ path }) => path)).toEqual(['/records/company', '/records/contact'])
})

test('without a server a write is kept, stays in view, and is sent once when it is back', async () => {
  server.mood = ['away', 'away']
  const { accepted, settled } = rename('泓远精密')
  expect(await accepted).toEqual({ state: 'waiting' })
  expect(tab.outbox.get().waiting).toHaveLength(1)
  tab.outbox.wake()
  await vi.waitFor(() => expect(server.received).toHaveLength(2))
  tab.outbox.wake()
  expect(await settled).toMatchObject({ state: 'saved' })
  expect(server.log).toEqual(['update company name'])
})

test.each([
  ['an edit', () => rename('泓远精密'), ['update company name']],
  ['a creation', () => put(creation('新客户')), ['create']],
  ['a deletion', () => put({ kind: 'delete', object: 'company', ids: ['1'] }), ['delete']],
])('%s whose answer is lost takes effect once', async (_what, write, log) => {
  server.mood = ['answer lost']
  const { accepted, settled } = write()
  expect(await accepted).toEqual({ state: 'waiting' })
  tab.outbox.wake()
  expect(await settled).toMatchObject({ state: 'saved' })
  expect(server.log).toEqual(log)
})

test('a creation keeps its key and its id however often it is sent', async () => {
  server.mood = ['away', { status: 503, code: 'busy' }]
  const { settled } = put(creation('新客户'))
  for (const sent of [1, 2, 3]) {
    await vi.waitFor(() => expect(server.received).toHaveLength(sent))
    await vi.waitFor(() => expect(tab.outbox.get().waiting[0]?.attempts ?? sent).toBe(sent))
    tab.outbox.wake()
  }
  await settled
  expect(new Set(server.received.map(({ key }) => key)).size).toBe(1)
  expect(server.received[2]?.body).toMatchObject({ id: '新客户' })
})

test('what a server does not answer is not sent anew with each answer that it gives to others', async () => {
  server.mood = ['away', 'away']
  const { accepted, settled } = rename('泓远精密')
  await accepted
  for (const _answer of [1, 2, 3]) {
    tab.outbox.answered()
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  expect(server.received).toHaveLength(1)
  tab.outbox.wake()
  await vi.waitFor(() => expect(server.received).toHaveLength(2))
  tab.outbox.wake()
  expect(await settled).toMatchObject({ state: 'saved' })
})

test('what waits is there again after a reload, in order, and is sent', async () => {
  server.mood = ['away']
  await rename('泓远精密').accepted
  rename('泓远集团')
  await vi.waitFor(async () => expect(server.received).toHaveLength(1))
  await new Promise((resolve) => setTimeout(resolve, 20))
  tab.close()
  tab = await open()
  await vi.waitFor(() => expect(tab.outbox.get().waiting).toEqual([]))
  expect(server.records.get('1')).toMatchObject({ name: '泓远集团', version: 5 })
})

test('a refusal is taken back in view and handed to the screen with its reason', async () => {
  server.mood = [{ status: 400, code: 'invalid_input' }]
  const { settled } = rename('x')
  expect(await settled).toMatchObject({ state: 'refused', problem: { problem: { code: 'invalid_input' } } })
  expect(page()?.name).toBe('泓远')
  expect(tab.outbox.get().refused).toEqual([])
})

test('a refusal that no screen hears is kept with what was typed, over a reload, until it is sent or discarded', async () => {
  server.mood = [{ status: 400, code: 'invalid_input' }]
  await rename('x', hongyuan, unheard).settled
  expect(page()?.name).toBe('泓远')
  tab.close()
  tab = await open()
  const [refused] = tab.outbox.get().refused
  expect(refused).toMatchObject({ write: { values: { name: 'x' } }, refusal: { status: 400 } })
  await tab.outbox.retry(refused!.id)
  await vi.waitFor(() => expect(tab.outbox.get()).toEqual({ waiting: [], refused: [] }))
  expect(server.records.get('1')?.name).toBe('x')
})

test('what is discarded is gone for good', async () => {
  server.mood = [{ status: 400, code: 'invalid_input' }]
  await rename('x', hongyuan, unheard).settled
  await tab.outbox.discard(tab.outbox.get().refused[0]!.id)
  tab.close()
  expect((await open()).outbox.get().refused).toEqual([])
  expect(server.log).toEqual([])
})

describe('a refusal that a screen shows at its place', () => {
  let id: string
  beforeEach(async () => {
    server.mood = [{ status: 400, code: 'invalid_input' }]
    const write = updateOf('company', { record: page()!, values: { name: 'x' } })
    const [pending] = tab.outbox.add([write], heard, true)
    id = pending!.id
    await pending!.settled
    expect(tab.outbox.get()).toEqual({ waiting: [], refused: [] })
  })
  const typed = (of: Page = tab) => of.outbox.get().refused.map(({ write }) => write)

  test('is in the list once the screen has gone', () => {
    tab.outbox.letGo([id])
    expect(typed()).toMatchObject([{ values: { name: 'x' } }])
  })
  test('is there after a reload', async () => {
    tab.close()
    expect(typed(await open())).toMatchObject([{ values: { name: 'x' } }])
  })
  test('is there before one signs out', () => {
    tab.outbox.letGo()
    expect(typed()).toMatchObject([{ values: { name: 'x' } }])
  })
  test('is gone once the person has decided', async () => {
    await tab.outbox.discard(id)
    tab.outbox.letGo()
    tab.close()
    expect(typed(await open())).toEqual([])
  })
  test('is not undone: nothing was written', async () => {
    expect(await tab.outbox.withdraw(id)).toBe(false)
    tab.outbox.letGo([id])
    expect(typed()).toHaveLength(1)
  })
})

test('another field written by somebody else is no conflict', async () => {
  server.put({ ...hongyuan, phone: '95588', version: 4 })
  expect(await rename('泓远精密').settled).toMatchObject({
    state: 'saved',
    result: { name: '泓远精密', phone: '95588', version: 5 },
  })
})

test('the same field written by somebody else is a conflict: nothing is overwritten, both values are told', async () => {
  server.put({ ...hongyuan, name: '泓远股份', version: 4 })
  const outcome = await rename('泓远精密').settled
  expect(outcome).toMatchObject({ state: 'refused', problem: { theirs: { name: '泓远股份' } } })
  expect(server.log).toEqual([])
})

test('a field that is told only to who asks for it, such as the rank, is in conflict with nobody', async () => {
  server.put({ ...hongyuan, phone: '95588', version: 4 })
  const moved = put(updateOf('company', { record: { ...hongyuan, rank: 'm' }, values: { rank: 't' } }))
  expect(await moved.settled).toMatchObject({ state: 'saved', result: { phone: '95588', version: 5 } })
})

test('an edit made on a version in between does not hide what somebody else wrote before it was sent', async () => {
  server.put({ ...hongyuan, phone: '95588', version: 4 })
  const first = rename('泓远精密')
  const second = put(updateOf('company', { record: page()!, values: { phone: '10086' } }))
  await first.settled
  expect(await second.settled).toMatchObject({ state: 'refused', problem: { theirs: { phone: '95588' } } })
})

test('a lost session keeps the write, and it is sent once the person has signed in again', async () => {
  server.mood = ['signed out']
  const { settled } = rename('泓远精密')
  await vi.waitFor(() => expect(server.received).toHaveLength(1))
  expect(page()?.name).toBe('泓远精密')
  tab.outbox.wake()
  expect(server.received).toHaveLength(1)
  tab.outbox.signedIn()
  expect(await settled).toMatchObject({ state: 'saved' })
})

test('undone before it was sent, a write never reaches the server', async () => {
  server.mood = ['away']
  const write = updateOf('company', { record: page()!, values: { name: '泓远精密' } })
  const pending = put(write)
  await pending.accepted
  expect(await takeBack(tab.outbox, [{ write, pending }])).toEqual({ undone: 1, skipped: 0 })
  expect(page()?.name).toBe('泓远')
  tab.outbox.wake()
  expect(server.log).toEqual([])
})

test('undone afterwards, the value from before is written, unless somebody changed it since', async () => {
  const write = updateOf('company', { record: page()!, values: { name: '泓远精密' } })
  const pending = put(write)
  await pending.settled
  expect(await takeBack(tab.outbox, [{ write, pending }])).toEqual({ undone: 1, skipped: 0 })
  expect(server.records.get('1')?.name).toBe('泓远')

  const again = put(updateOf('company', { record: page()!, values: { name: '泓远集团' } }))
  await again.settled
  server.put({ ...server.records.get('1')!, name: '泓远股份', version: 99 })
  const result = await takeBack(tab.outbox, [
    { write: { ...write, values: { name: '泓远集团' } }, pending: again },
  ])
  expect(result).toEqual({ undone: 0, skipped: 1 })
  expect(server.records.get('1')?.name).toBe('泓远股份')
})

test('a creation is undone by the recycle bin, a deletion by taking it out again', async () => {
  const write = creation('新客户')
  const made = put(write)
  await made.settled
  await takeBack(tab.outbox, [{ write, pending: made }])
  const deletion: Write = { kind: 'delete', object: 'company', ids: ['1'] }
  const deleted = put(deletion)
  await deleted.settled
  await takeBack(tab.outbox, [{ write: deletion, pending: deleted }])
  await vi.waitFor(() => expect(server.log).toEqual(['create', 'delete', 'delete', 'restore']))
})

test('forty records are changed at once and taken back at once; one that somebody changed is left alone', async () => {
  const records = Array.from({ length: 40 }, (_, index) =>
    server.put({ id: `r${index}`, version: 1, level: 'b' }),
  )
  const writes = records.map((record) => updateOf('company', { record, values: { level: 'a' } }))
  const pendings = tab.outbox.add(writes, unheard)
  await Promise.all(pendings.map(({ settled }) => settled))
  expect([...server.records.values()].filter(({ level }) => level === 'a')).toHaveLength(40)
  server.put({ id: 'r7', version: 9, level: 'c' })
  const done = writes.map((write, index) => ({ write, pending: pendings[index]! }))
  expect(await takeBack(tab.outbox, done)).toEqual({ undone: 39, skipped: 1 })
  expect([...server.records.values()].filter(({ level }) => level === 'b')).toHaveLength(39)
  expect(server.records.get('r7')?.level).toBe('c')
})

test('of two tabs one sends, and both know how it ended', async () => {
  const other = await open()
  other.client.setQueryData(keys.recordWith('company', '1', []), hongyuan)
  const { settled } = rename('泓远精密')
  const second = put(
    { ...updateOf('company', { record: hongyuan, values: { phone: '95588' } }) },
    heard,
    other,
  )
  expect((await settled).state).toBe('saved')
  expect((await second.settled).state).toBe('saved')
  await vi.waitFor(() => expect(page(other)).toMatchObject({ name: '泓远精密', phone: '95588', version: 5 }))
  await vi.waitFor(() => expect(page()).toMatchObject({ phone: '95588' }))
  expect(server.log).toEqual(['update company name', 'update company phone'])
})

test('a deleted record leaves its lists, and is back where it stood when that is undone without a server', async () => {
  const list = {
    pages: [{ data: [hongyuan, { id: '2', version: 1, name: '海岳' }], count: 2 }],
    pageParams: [undefined],
  }
  tab.client.setQueryData(keys.list('company', {}), list)
  server.mood = ['away']
  const deletion: Write = { kind: 'delete', object: 'company', ids: ['1'] }
  const pending = put(deletion)
  await pending.accepted
  expect(tab.client.getQueryData(keys.list('company', {}))).toMatchObject({
    pages: [{ data: [{ id: '2' }], count: 1 }],
  })
  await takeBack(tab.outbox, [{ write: deletion, pending }])
  expect(tab.client.getQueryData(keys.list('company', {}))).toEqual(list)
})

test('a new record stands at once in lists that take any, and in no pool: it is somebody’s', async () => {
  const list = { pages: [{ data: [hongyuan], count: 1 }], pageParams: [undefined] }
  const lists = [{}, { pool: 'p' }, { at: '2026-01-01T00:00:00Z' }].map((asked) =>
    keys.list('company', asked),
  )
  for (const key of lists) tab.client.setQueryData(key, list)
  server.mood = ['away']
  await put(creation('海岳')).accepted
  const counts = lists.map((key) => tab.client.getQueryData<typeof list>(key)?.pages[0]?.count)
  expect(counts).toEqual([2, 1, 1])
})
