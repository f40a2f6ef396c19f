import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shippedObjects } from '#server/apps/index.ts'
import { unlimited } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { createFolderStore, dropFile, type FileStore, findFile, keepFile } from '#server/core/files/index.ts'
import { createField, updateField } from '#server/core/metadata/index.ts'
import { createRecords, listRecords } from '#server/core/records/index.ts'
import { createLog } from '#server/platform/log/index.ts'
import { createTestWorkspace } from '#test/support/workspace.ts'
import { keepImports } from './housekeeping.ts'
import { importStatus } from './import-status.ts'
import { type ImportFile, proposeImport, type TypedChoices } from './propose-import.ts'
import { rejectedCsv } from './rejected-csv.ts'
import { ImportRunner } from './running/runner.ts'
import { ImportStore } from './running/store.ts'
import { startImport } from './start-import.ts'

let folder: string
let files: FileStore
let opened: Awaited<ReturnType<typeof createTestWorkspace>>
let cx: Context
const system = async (): Promise<Context> => ({ ...cx, access: unlimited, source: 'system' })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kith-import-secrets-'))
  files = createFolderStore(folder)
  opened = await createTestWorkspace(shippedObjects, 'en')
  cx = opened.cx
  await createField(cx, 'contact', { name: 'idNumber', type: 'text', encrypted: true, maxLength: 18 })
})
afterAll(async () => {
  await opened?.drop()
  rmSync(folder, { recursive: true, force: true })
})

const runner = (systemContext = system) =>
  new ImportRunner({
    workspaces: () => [cx.workspace],
    files,
    log: createLog('silent'),
    systemContext,
    surroundings: () => ({
      steps: [],
      announce: () => {},
      accessOf: async () => unlimited,
      comesIn: async () => true,
    }),
  })

/** All bytes that are kept as files. */
const storedBytes = (): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n')
const storedRows = async (): Promise<string> => {
  const { pool, schema } = cx.workspace
  const { rows } = await pool.query<{ text: string }>({
    text: `select coalesce(string_agg(r::text, ' '), '') as text from ${schema}._import_row r`,
  })
  return rows[0]!.text
}

const secretMap = ['name=name', 'number=idNumber']

const keep = (text: string) => keepFile(cx, files, 'people.csv', Readable.from([Buffer.from(text)]))

type Typed = Partial<TypedChoices> & { readonly object?: string; readonly dryRun?: boolean }

async function queue(file: ImportFile, { object = 'contact', dryRun = false, ...typed }: Typed = {}) {
  const choices = { map: secretMap, values: {}, match: [], ...typed }
  const { id, mapping } = await proposeImport(cx, { files }, object, file, choices)
  await startImport(cx, id, mapping, dryRun)
  return { id, mapping }
}

async function bring(text: string, typed: Typed = {}) {
  const file = await keep(text)
  const { id, mapping } = await queue(file, typed)
  await runner().run(cx.workspace, id)
  return { id, mapping, file }
}

/** As if its server had died as the import ended. */
async function ended(file: ImportFile): Promise<void> {
  const { id } = await queue(file)
  await new ImportStore(cx.workspace).finish(id, null)
}

const contentOf = async (id: string): Promise<string> => {
  const { sha256 } = await findFile(cx, id)
  return String(await buffer(await files.read(cx.workspace.id, sha256)))
}

test('what an import wrote into encrypted fields stays nowhere in the clear', async () => {
  const text = 'name,number\nZhang Wei,110101199003077758\nLi Na,11010119900307775899999'
  const { id, mapping, file } = await bring(text, { dryRun: true })
  // After a trial the file is needed once more.
  expect(storedBytes()).toContain('110101199003077758')
  await startImport(cx, id, mapping, false)
  await runner().run(cx.workspace, id)
  const status = await importStatus(cx, id)
  expect(status).toMatchObject({ state: 'done', created: 1, rejected: 1 })
  expect(status.rejectedRows).toMatchObject([{ cells: ['Li Na', ''], issues: [{ column: 'number' }] }])
  expect(storedBytes()).not.toContain('1101011990')
  expect(await storedRows()).not.toContain('1101011990')
  await expect(findFile(cx, file.id)).rejects.toMatchObject({ code: 'not_found' })
  const found = JSON.parse(await listRecords(cx, 'contact', { filter: 'idNumber = "110101199003077758"' }))
  expect(found).toMatchObject({ data: [{ name: 'Zhang Wei' }] })
})

test('a file that a record carries too stays with it', async () => {
  await createField(cx, 'company', { name: 'papers', type: 'file' })
  const text = 'name,number\nWang Fang,220101199003077758'
  const file = await keep(text)
  await createRecords(cx, 'company', [{ name: 'Keeper', papers: file.id }])
  const { id } = await queue(file)
  await runner().run(cx.workspace, id)
  expect(await contentOf(file.id)).toBe(text)
})

test('of two files of one content the one that a record carries keeps it, the other goes', async () => {
  const text = 'name,number\nHan Mei,440101199003077758'
  const [spare, carried] = [await keep(text), await keep(text)]
  await ended(spare)
  await ended(carried)
  await createRecords(cx, 'company', [{ name: 'Holder', papers: carried.id }])
  await keepImports(cx.workspace, system, files)
  expect(await contentOf(carried.id)).toBe(text)
  await expect(findFile(cx, spare.id)).rejects.toMatchObject({ code: 'not_found' })
})

test('a file of which two imports are made goes with the later one', async () => {
  const file = await keep('name,number,firm\nWu Gang,660101199003077758,Wu Steel')
  const people = await queue(file)
  const firms = await queue(file, { object: 'company', map: ['firm=name', 'name=', 'number='] })
  await runner().run(cx.workspace, people.id)
  expect(storedBytes()).toContain('660101199003077758')
  await runner().run(cx.workspace, firms.id)
  expect(await importStatus(cx, firms.id)).toMatchObject({ state: 'done', created: 1 })
  expect(storedBytes()).not.toContain('660101199003077758')
})

test('a file whose server ended before it could be taken away goes with the housekeeping; others stay', async () => {
  const plain = await bring('name\nQian Duo', { map: ['name=name'] })
  expect(await findFile(cx, plain.file.id)).toMatchObject({ id: plain.file.id })
  await ended(await keep('name,number\nSun Li,330101199003077758'))
  await keepImports(cx.workspace, system, files)
  expect(storedBytes()).not.toContain('330101199003077758')
  expect(await findFile(cx, plain.file.id)).toMatchObject({ id: plain.file.id })
})

test('a row that two records fit is kept without the value that it was matched by', async () => {
  const twice = ['One', 'Two'].map((name) => ({ name, idNumber: '770101199003077758' }))
  await createRecords(cx, 'contact', twice)
  const { id } = await bring('name,number\nThree,770101199003077758', { match: ['idNumber'] })
  const status = await importStatus(cx, id)
  expect(status).toMatchObject({ rejected: 1, rejectedRows: [{ issues: [{ code: 'several_records' }] }] })
  expect(JSON.stringify(status)).not.toContain('770101199003077758')
  expect((await Array.fromAsync(rejectedCsv(cx, id))).join('')).not.toContain('770101199003077758')
  expect(await storedRows()).not.toContain('770101199003077758')
})

test('what a text of a secret column stands for is forgotten as the import ends', async () => {
  const values = { number: { 'no. 880101': '880101199003077758' }, name: { 'Zhao L.': 'Zhao Lei' } }
  const { id } = await bring('name,number\nZhao L.,no. 880101', { values })
  const found = JSON.parse(await listRecords(cx, 'contact', { filter: 'idNumber = "880101199003077758"' }))
  expect(found).toMatchObject({ data: [{ name: 'Zhao Lei' }] })
  const { mapping } = await new ImportStore(cx.workspace).get(id)
  expect(mapping?.columns).toEqual([
    { column: 'name', field: 'name', values: values.name },
    { column: 'number', field: 'idNumber' },
  ])
})

test('a file goes also where its field has another name by the time it is read', async () => {
  const text = 'name,number\nXu Feng,990101199003077758'
  const { id } = await queue(await keep(text))
  await updateField(cx, 'contact', 'idNumber', { name: 'identity' })
  await runner().run(cx.workspace, id)
  await updateField(cx, 'contact', 'identity', { name: 'idNumber' })
  expect(await importStatus(cx, id)).toMatchObject({ state: 'failed' })
  expect(storedBytes()).not.toContain('990101199003077758')
})

test('a file goes where an encrypted field has taken the name meanwhile', async () => {
  await createField(cx, 'contact', { name: 'badge', type: 'text' })
  const { id } = await queue(await keep('name,number\nLi Wei,B-200201'), {
    map: ['name=name', 'number=badge'],
  })
  await updateField(cx, 'contact', 'badge', { name: 'formerBadge' })
  await createField(cx, 'contact', { name: 'badge', type: 'text', encrypted: true })
  await runner().run(cx.workspace, id)
  expect(await importStatus(cx, id)).toMatchObject({ state: 'done', created: 1 })
  expect(storedBytes()).not.toContain('B-200201')
})

test('a text of a secret column that found a record loosely is not reported', async () => {
  await createRecords(cx, 'company', [{ name: 'ZX 300301' }])
  const map = [...secretMap, 'number=company']
  const { id } = await bring('name,number\nGao Yun,zx300301', { map })
  expect(await importStatus(cx, id)).toMatchObject({ created: 1, fuzzy: [] })
})

test('an import stays done where its file goes by another hand in that moment', async () => {
  const file = await keep('name,number\nHe Jing,100101199003077758')
  const { id } = await queue(file)
  const racing = async () => {
    const engine = await system()
    await dropFile(engine, files, file.id)
    return engine
  }
  await runner(racing).run(cx.workspace, id)
  expect(await importStatus(cx, id)).toMatchObject({ state: 'done', created: 1, error: null })
})

test('a database that goes away while an import is taken up does not hold up those behind it', async () => {
  const { pool } = cx.workspace
  const query = () => Promise.reject(new Error('away'))
  const away = Object.create(cx.workspace, { pool: { value: { connect: () => pool.connect(), query } } })
  await expect(runner().run(away, '00000000-0000-7000-8000-000000000000')).resolves.toBeUndefined()
})
