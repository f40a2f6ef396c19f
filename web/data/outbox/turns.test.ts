import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { updateOf } from './edit.ts'
import { browser, FakeServer, openTab, type Page } from './testing.ts'

let server: FakeServer
const tabs: Page[] = []

beforeEach(async () => {
  server = new FakeServer()
  for (const id of ['1', '2', '3']) server.put({ id, version: 1, name: '泓远' })
  await browser(server)
})
afterEach(() => {
  for (const page of tabs.splice(0)) page.close()
  vi.unstubAllGlobals()
})

const open = async () => {
  const page = await openTab()
  tabs.push(page)
  return page
}
const rename = (tab: Page, id: string, name: string) =>
  tab.outbox.add([updateOf('company', { record: { id, version: 1 }, values: { name } })], () => true)[0]!

test('what comes while the turn is given back is sent in the next one', async () => {
  const [ended, givenBack] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const request = async (_name: string, run: () => Promise<void>) => {
    await run()
    ended.resolve()
    await givenBack.promise
  }
  vi.stubGlobal('navigator', { locks: { request } })
  const tab = await open()
  await rename(tab, '1', '一').settled
  await ended.promise
  const second = rename(tab, '2', '二')
  await vi.waitFor(async () => expect(tab.outbox.get().waiting).toHaveLength(1))
  await new Promise((resolve) => setTimeout(resolve, 20))
  givenBack.resolve()
  expect((await second.settled).state).toBe('saved')
})

test('what another tab is sending already is not taken out of the line, also by one that had its turn before', async () => {
  const [tab, other] = [await open(), await open()]
  await rename(tab, '1', '一').settled
  const gate = Promise.withResolvers<void>()
  server.gate = gate.promise
  void rename(other, '2', '二')
  await vi.waitFor(() => expect(server.received).toHaveLength(2))
  const mine = rename(tab, '3', '三')
  await vi.waitFor(() => expect(server.received).toHaveLength(3))
  const withdrawn = tab.outbox.withdraw(mine.id)
  await new Promise((resolve) => setTimeout(resolve, 20))
  gate.resolve()
  expect(await withdrawn).toBe(false)
  expect((await mine.settled).state).toBe('saved')
})
