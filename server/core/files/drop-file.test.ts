import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { shippedObjects } from '#server/apps/index.ts'
import type { Context } from '#server/core/context.ts'
import { createTestWorkspace } from '#test/support/workspace.ts'
import { dropFile } from './drop-file.ts'
import { findFile, keepFile } from './file-record.ts'
import type { FileStore } from './file-store.ts'
import { createFolderStore } from './folder-store.ts'

let folder: string
let files: FileStore
let opened: Awaited<ReturnType<typeof createTestWorkspace>>
let cx: Context

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kith-drop-file-'))
  files = createFolderStore(folder)
  opened = await createTestWorkspace(shippedObjects, 'en')
  cx = { ...opened.cx, source: 'system' }
})
afterAll(async () => {
  await opened?.drop()
  rmSync(folder, { recursive: true, force: true })
})

const keep = (text: string, store = files) =>
  keepFile(cx, store, 'some.txt', Readable.from([Buffer.from(text)]))
const contents = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
const gone = { code: 'not_found' }

test('of equal contents the last one takes the content with it', async () => {
  const [first, second] = [await keep('one'), await keep('one')]
  await dropFile(cx, files, first.id)
  await expect(findFile(cx, first.id)).rejects.toMatchObject(gone)
  expect(contents()).toContain('one')
  await dropFile(cx, files, second.id)
  expect(contents()).not.toContain('one')
  // What was dropped claims no content that comes anew.
  const third = await keep('one')
  await dropFile(cx, files, third.id)
  expect(contents()).not.toContain('one')
})

test('two at once do not leave their content to each other', async () => {
  const both = [await keep('two'), await keep('two')]
  const met = Promise.withResolvers<void>()
  let arrived = 0
  const follow = async () => {
    arrived += 1
    if (arrived === 2) met.resolve()
    await met.promise
  }
  const meeting: Context = { ...cx, steps: [{ name: 'meeting', object: 'file', watches: new Set(), follow }] }
  await Promise.all(both.map(({ id }) => dropFile(meeting, files, id)))
  expect(contents()).not.toContain('two')
})

test('who keeps an equal content in the very moment in which it goes has it', async () => {
  const leaving = await keep('five')
  let isKept = false
  let kept: Promise<void> | undefined
  const slow: FileStore = {
    ...files,
    async remove(...given) {
      kept = keep('five').then(() => {
        isKept = true
      })
      await vi.waitFor(async () => expect(isKept || (await isAnyWaiting())).toBe(true), 20_000)
      await files.remove(...given)
    },
  }
  await dropFile(cx, slow, leaving.id)
  await kept
  expect(contents()).toContain('five')
})

/** Whether a transaction waits for another one to be done with a content. */
async function isAnyWaiting(): Promise<boolean> {
  const { rows } = await cx.workspace.pool.query({
    text: `select from pg_locks l join pg_database d on d.oid = l.database
      where d.datname = current_database() and l.locktype = 'advisory' and not l.granted`,
  })
  return rows.length > 0
}

test('who has sent a content that goes before it is written down keeps it all the same', async () => {
  const leaving = await keep('six')
  const late: FileStore = {
    ...files,
    async receive(...given) {
      const received = await files.receive(...given)
      await dropFile(cx, files, leaving.id)
      return received
    },
  }
  const { sha256 } = await keep('six', late)
  expect(contents()).toContain('six')
  await (await files.local(cx.workspace.id, sha256)).release()
})

test('a file that cannot be written down leaves no content', async () => {
  const follow = () => Promise.reject(new Error('not to be written'))
  const refusing: Context = {
    ...cx,
    steps: [{ name: 'refusing', object: 'file', watches: new Set(), follow }],
  }
  const kept = keepFile(refusing, files, 'some.txt', Readable.from([Buffer.from('seven')]))
  await expect(kept).rejects.toThrow('not to be written')
  expect(contents()).not.toContain('seven')
})
