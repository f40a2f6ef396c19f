import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sealAudit, verifyLiveLog } from '#server/core/audit/index.ts'
import { readChanges } from '#server/core/changes/index.ts'
import { createFolderStore } from '#server/core/files/index.ts'
import { buildWantedIndexes } from '#server/core/metadata/index.ts'
import { createRecords } from '#server/core/records/index.ts'
import { updateSettings } from '#server/core/workspaces/update-settings.ts'
import { defaultSettings } from '#shared/metadata/default-settings.ts'
import { contextOf } from '#test/support/workspace.ts'
import { leftOut, platformTables } from './platform-tables.ts'
import { fill, people } from './test/fill.ts'
import { pictureOf, platformRows, schemasIn } from './test/picture.ts'
import { openSide, restore, type Side, save } from './test/side.ts'
import { changed, changedText, newer, withoutTail } from './test/spoil.ts'

const scratch = mkdtempSync(join(tmpdir(), 'kith-backup-'))
const archive = join(scratch, 'backup')
const sides: Side[] = []
let source: Side
let cursor: string

async function open(name: string): Promise<Side> {
  const side = await openSide(scratch, name)
  sides.push(side)
  return side
}

beforeAll(async () => {
  source = await open('source')
  const acme = await source.registry.create({
    slug: 'acme',
    name: 'Acme',
    settings: defaultSettings('zh-CN'),
  })
  const other = await source.registry.create({
    slug: 'other',
    name: 'Ōther',
    settings: defaultSettings('en'),
  })
  await fill(contextOf(acme), source.filesFolder)
  await createRecords(contextOf(other), 'company', [{ name: 'Müller' }])
  await people(source, [acme, other])
  for (const workspace of [acme, other]) await buildWantedIndexes(workspace)
  // One change of settings is sealed, the other one is not yet.
  await updateSettings(contextOf(acme), { timeZone: 'Asia/Taipei' })
  await sealAudit(acme)
  await updateSettings(contextOf(acme), { timeZone: 'Asia/Shanghai' })
  cursor = (await readChanges(contextOf(acme), '0')).nextCursor
})
afterAll(async () => {
  for (const side of sides) await side.close()
  rmSync(scratch, { recursive: true, force: true })
})

describe('a backup and its restore', () => {
  let target: Side
  beforeAll(async () => {
    await save(source, archive)
    target = await open('target')
  })

  test('bring every table, index, reference, sequence and right of every workspace back', async () => {
    const summary = await restore(target, archive)
    expect(summary).toMatchObject({ workspaces: 2, files: 2 })
    const [before, after] = await Promise.all([source.registry.list(), target.registry.list()])
    expect(after.map(({ id, slug, name }) => [id, slug, name])).toEqual(
      before.map(({ id, slug, name }) => [id, slug, name]),
    )
    for (const [index, { schema }] of before.entries())
      expect(await pictureOf(target, after[index]!.schema)).toEqual(await pictureOf(source, schema))
    for (const table of platformTables)
      expect(await platformRows(target, table)).toBe(await platformRows(source, table))
    expect(await platformRows(target, 'session')).toBe('')
    expect(await schemasIn(target)).toEqual(['kith', ...after.map(({ schema }) => schema)].sort())
  })

  test('bring the audit log with its chain, to which the workspace’s role may add', async () => {
    const acme = await target.registry.bySlug('acme')
    const before = await verifyLiveLog(await source.registry.bySlug('acme'))
    expect(before.problem).toBeUndefined()
    expect(await verifyLiveLog(acme)).toEqual(before)
    await updateSettings(contextOf(acme), { fiscalYearStart: 4 })
    await sealAudit(acme)
    const after = await verifyLiveLog(acme)
    expect(after.problem).toBeUndefined()
    expect(after.entries).toBe(before.entries + 2)
    const month = new Date().toISOString().slice(0, 7).replace('-', '_')
    for (const table of ['_audit', `_audit_${month}`])
      await expect(acme.pool.query({ text: `delete from ${acme.schema}.${table}` })).rejects.toMatchObject({
        code: '42501',
      })
  })

  test('leave a workspace that is worked on like any other, and cursors of before it are expired', async () => {
    await target.registry.upgrade()
    const workspace = await target.registry.bySlug('acme')
    const cx = contextOf(workspace)
    const made = await createRecords(cx, 'vehicle', [{ name: 'new', plate: 'new' }])
    const vehicle = JSON.parse(made.records[0] ?? '{}') as { number?: string }
    expect(vehicle.number).toBe('V-0501')
    await expect(createRecords(cx, 'vehicle', [{ name: 'again', plate: '苏E1' }])).rejects.toMatchObject({
      code: 'value_not_unique',
    })
    await expect(readChanges(cx, cursor)).rejects.toMatchObject({ code: 'cursor_expired' })
    const changes = await readChanges(cx, '0', 5_000)
    const before = await readChanges(contextOf(await source.registry.bySlug('acme')), '0', 5_000)
    expect(changes.data.map(({ seq }) => seq).slice(0, before.data.length)).toEqual(
      before.data.map(({ seq }) => seq),
    )
  })

  test('bring stored files back, each content once', async () => {
    const { id } = await target.registry.bySlug('acme')
    const names = (folder: string) =>
      readdirSync(join(folder, id), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
        .sort()
    expect(names(target.filesFolder)).toEqual(names(source.filesFolder))
    expect(names(target.filesFolder)).toHaveLength(2)
    for (const sha256 of names(target.filesFolder)) {
      const stored = await buffer(await createFolderStore(target.filesFolder).read(id, sha256))
      expect([0, 300_000]).toContain(stored.length)
    }
  })

  test('are refused where somebody works already', async () => {
    await expect(restore(target, archive)).rejects.toThrow(/empty installation.*workspaces: 2, accounts: 1/s)
    expect(await target.registry.list()).toHaveLength(2)
  })

  test('are of one moment while people write', async () => {
    const cx = contextOf(await source.registry.bySlug('other'))
    let writing = true
    const writer = (async () => {
      for (let index = 0; writing; index++) await createRecords(cx, 'company', [{ name: `c${index}` }])
    })()
    const file = join(scratch, 'live')
    await save(source, file)
    writing = false
    await writer
    const copy = await open('copy')
    await restore(copy, file)
    const { schema } = await copy.registry.bySlug('other')
    const { rows } = await copy.platform.pool.query(
      `select (select count(*) from ${schema}.company) as companies,
         (select count(*) from ${schema}._change where object = 'company' and action = 'create') as changes`,
    )
    expect(rows[0].companies).toBe(rows[0].changes)
  })
})

describe('a backup that is not whole', () => {
  // One for all: each finds it as empty as the one before.
  let target: Side
  beforeAll(async () => {
    target = await open('spoilt-target')
  })
  const whole = () => readFileSync(archive)
  const spoilt: readonly (readonly [string, () => Buffer, RegExp])[] = [
    ['cut short', () => whole().subarray(0, Math.floor(whole().length * 0.9)), /damaged or was cut short/],
    [
      'a byte of it changed',
      () => changed(whole(), Math.floor(whole().length * 0.7)),
      /damaged or was cut short/,
    ],
    ['a value in it changed', () => gzipSync(changedText(gunzipSync(whole()))), /checksum of table/],
    ['without its end', () => gzipSync(withoutTail(gunzipSync(whole()))), /ends too early/],
    [
      'with something behind its end',
      () => gzipSync(Buffer.concat([gunzipSync(whole()), Buffer.from('D\0\0\0\0')])),
      /something follows/,
    ],
    ['another file', () => Buffer.from('name,phone\n'), /damaged or was cut short/],
    ['nothing', () => Buffer.alloc(0), /ends too early/],
    ['of a newer Kith', () => gzipSync(newer(gunzipSync(whole()))), /Kith 9\.0\.0.*does not know/s],
  ]

  test.each(spoilt)('%s is refused and leaves nothing', async (_, make, complaint) => {
    const file = join(scratch, 'spoilt')
    writeFileSync(file, make())
    await expect(restore(target, file)).rejects.toThrow(complaint)
    expect(await schemasIn(target)).toEqual(['kith'])
    expect(await target.registry.list()).toEqual([])
    expect(await platformRows(target, 'account')).toBe('')
    expect(existsSync(target.filesFolder) ? readdirSync(target.filesFolder) : []).toEqual([])
    const { rows } = await target.platform.pool.query(
      `select rolname from pg_roles where has_database_privilege(oid, current_database(), 'create') and rolname ~ '^w_'`,
    )
    expect(rows).toEqual([])
  })
})

test('a backup that cannot be written leaves no file', async () => {
  await expect(save(source, join(scratch, 'no such folder', 'backup'))).rejects.toThrow(/ENOENT/)
  expect(readdirSync(scratch).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('every table of the platform is either backed up or left out for a reason', async () => {
  const { rows } = await source.platform.pool.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'kith'::regnamespace and relkind = 'r'`,
  )
  const known: readonly string[] = [...platformTables, ...Object.keys(leftOut)]
  expect(rows.map(({ name }) => name).sort()).toEqual([...known].sort())
})
