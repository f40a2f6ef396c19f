import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiError } from '../api-error.ts'
import type { Entry } from '../outbox/entry.ts'
import { closeLine, openLine, outbox } from '../outbox/line.ts'
import { storeOf } from '../outbox/store.ts'
import { forgetIfExpelled } from './forget.ts'
import { enterScope, expectSwitch, wipeKept } from './scope.ts'
import { memoryStorage } from './testing.ts'

let workspace: string
let scope: string
/** What the server says of a member of this workspace who was deactivated. */
const expelled = (user: string) =>
  new ApiError(403, {
    code: 'no_workspace',
    detail: '此账号不属于任何工作区',
    left: [
      { workspace: 'long ago', user: 'somebody' },
      { workspace, user },
    ],
  })
const entry = (id: string): Entry => ({
  id,
  write: { kind: 'delete', object: 'company', ids: [id] },
  createdAt: '2026-11-22T00:00:00Z',
  attempts: 0,
})

beforeEach(async () => {
  vi.stubGlobal('localStorage', memoryStorage())
  vi.stubGlobal('sessionStorage', memoryStorage())
  await wipeKept()
  workspace = crypto.randomUUID()
  scope = await enterScope({ workspace, user: 'fang' })
  await storeOf(scope).put([entry('1'), entry('2')])
})
afterEach(() => {
  closeLine()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

test('who may no longer come in is told how many changes went with that, once', async () => {
  const told = await forgetIfExpelled(expelled('fang'))
  expect(told).toMatchObject({
    code: 'no_workspace',
    detail: '此账号不属于任何工作区',
    members: { lostWrites: 2 },
  })
  expect(await storeOf(scope).all()).toEqual([])
  const again = expelled('fang')
  expect(await forgetIfExpelled(again)).toBe(again)
})

test('those of another workspace of the same account are counted', async () => {
  expectSwitch()
  const other = await enterScope({ workspace, user: 'fang, too' })
  await storeOf(other).put([entry('3')])
  expect(await forgetIfExpelled(expelled('fang, too'))).toMatchObject({ members: { lostWrites: 3 } })
})

test('those that the browser did not take and only the page remembers are counted', async () => {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  vi.stubGlobal('fetch', () => new Promise(() => {}))
  vi.stubGlobal('document', { documentElement: { lang: 'zh-CN' } })
  await openLine(scope)
  outbox().add([{ kind: 'delete', object: 'contact', ids: ['4'] }], () => true)
  expect(await forgetIfExpelled(expelled('fang'))).toMatchObject({ members: { lostWrites: 3 } })
})

test('who is refused where somebody else worked before takes nothing of theirs along', async () => {
  const refused = expelled('li')
  expect(await forgetIfExpelled(refused)).toBe(refused)
  expect(await storeOf(scope).all()).toHaveLength(2)
})

test('whoever mistypes their password keeps what waits', async () => {
  const mistyped = new ApiError(401, { code: 'invalid_credentials' })
  expect(await forgetIfExpelled(mistyped)).toBe(mistyped)
  expect(await storeOf(scope).all()).toHaveLength(2)
})
