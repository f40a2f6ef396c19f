import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FileStore } from './file-store.ts'
import { createFolderStore } from './folder-store.ts'

let folder: string
let store: FileStore
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-files-'))
  store = createFolderStore(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const receive = (text: string) => store.receive('w', Readable.from([Buffer.from(text)]), 1_000)
const read = async (sha256: string) => String(await buffer(await store.read('w', sha256)))
const stored = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
const gone = { code: 'not_found' }

test('a content is found once it is kept, and no more when it is removed', async () => {
  const received = await receive('one')
  await expect(read(received.sha256)).rejects.toMatchObject(gone)
  await received.keep()
  await received.release()
  expect(await read(received.sha256)).toBe('one')
  await store.remove('w', received.sha256)
  await expect(read(received.sha256)).rejects.toMatchObject(gone)
  await store.remove('w', received.sha256)
})

test('equal contents are kept once, and one that came in before the other went can still be kept', async () => {
  const [first, second] = [await receive('two'), await receive('two')]
  await first.keep()
  await store.remove('w', first.sha256)
  await second.keep()
  expect(await read(first.sha256)).toBe('two')
  await store.remove('w', first.sha256)
})

test('what is not kept leaves nothing behind', async () => {
  const received = await receive('three')
  expect(received.size).toBe(5)
  await received.release()
  await expect(receive('x'.repeat(1_001))).rejects.toMatchObject({ code: 'file_too_large' })
  expect(stored()).toEqual([])
})

test('what a server left that ended in the middle of an upload goes, and what comes in right now stays', async () => {
  const drafts = () => stored().filter(({ name }) => name.startsWith('.'))
  await receive('left')
  for (const { name, parentPath } of drafts()) utimesSync(join(parentPath, name), 0, 0)
  const coming = await receive('coming')
  await store.clear('w', new Date(1_000))
  expect(drafts()).toHaveLength(1)
  await coming.keep()
  expect(await read(coming.sha256)).toBe('coming')
})

test('a workspace that no file came into yet has nothing to be cleared', async () => {
  await expect(store.clear('other', new Date())).resolves.toBeUndefined()
})
