import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { file as fileObject } from '#server/apps/files/file.ts'
import { readChanges } from '#server/core/changes/index.ts'
import type { Context } from '#server/core/context.ts'
import { createFolderStore, keepFile } from '#server/core/files/index.ts'
import {
  buildWantedIndexes,
  createField,
  createObject,
  deleteField,
  deleteObject,
} from '#server/core/metadata/index.ts'
import { standard } from '#server/core/metadata/test/objects.ts'
import { createRecords, deleteRecords, updateRecords } from '#server/core/records/index.ts'
import { type Workspace, WorkspaceRegistry } from '#server/core/workspaces/index.ts'
import { sameInAllLanguages } from '#shared/language.ts'
import { defaultSettings } from '#shared/metadata/default-settings.ts'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'
import { contextOf, openPlatform } from '#test/support/workspace.ts'
import { createBackup, restoreBackup } from './index.ts'
import { leftOut, platformTables } from './platform-tables.ts'

const scratch = mkdtempSync(join(tmpdir(), 'kith-backup-'))
const archive = join(scratch, 'backup')
const label = sameInAllLanguages

interface Side {
  readonly platform: Awaited<ReturnType<typeof openPlatform>>['platform']
  readonly registry: WorkspaceRegistry
  readonly database: TestDatabase
  readonly filesFolder: string
  close(): Promise<void>
}
const sides: Side[] = []
let source: Side
let cursor: string

async function openSide(name: string): Promise<Side> {
  const database = await createTestDatabase()
  const { platform, close } = await openPlatform(database.url)
  const registry = new WorkspaceRegistry(platform, [...standard, fileObject])
  const side = {
    platform,
    registry,
    database,
    filesFolder: join(scratch, name),
    close: async () => {
      await registry.close()
      await close()
      await database.drop()
    },
  }
  sides.push(side)
  return side
}

const save = (side: Side, file: string) =>
  createBackup(
    {
      platform: side.platform,
      files: createFolderStore(side.filesFolder),
      version: '0.1.0',
      onMissing: () => {},
    },
    file,
  )
const restore = ({ platform, filesFolder }: Side, file: string) =>
  restoreBackup({ platform, files: createFolderStore(filesFolder), filesFolder }, file)

beforeAll(async () => {
  source = await openSide('source')
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
  cursor = (await readChanges(contextOf(acme), '0')).nextCursor
})
afterAll(async () => {
  for (const side of sides) await side.close()
  rmSync(scratch, { recursive: true, force: true })
})

async function fill(cx: Context, filesFolder: string): Promise<void> {
  const { workspace } = cx
  await createObject(cx, {
    name: 'vehicle',
    label: label('Vehicle'),
    fields: [
      { name: 'name', type: 'text', label: label('Name'), required: true },
      { name: 'number', type: 'autoNumber', label: label('Number'), prefix: 'V-', digits: 4 },
      { name: 'plate', type: 'text', label: label('Plate'), unique: true },
      { name: 'price', type: 'money', label: label('Price') },
      { name: 'companies', type: 'relations', label: label('Companies'), to: 'company' },
      { name: 'phone', type: 'phone', label: label('Phone') },
      { name: 'notes', type: 'longText', label: label('Notes') },
      { name: 'papers', type: 'file', label: label('Papers') },
      { name: 'tags', type: 'tags', label: label('Tags') },
      { name: 'extra', type: 'json', label: label('Extra') },
      { name: 'old', type: 'relation', label: label('Old'), to: 'company' },
    ],
  })
  await createObject(cx, {
    name: 'passing',
    label: label('Passing'),
    fields: [{ name: 'name', type: 'text', label: label('Name') }],
  })
  const { ids } = await createRecords(cx, 'company', [{ name: '华为 技术 \\N' }, { name: '\\.' }])
  const files = createFolderStore(filesFolder)
  const paper = await keepFile(cx, files, 'paper.bin', Readable.from([Buffer.alloc(300_000, 7)]))
  await keepFile(cx, files, 'same.bin', Readable.from([Buffer.alloc(300_000, 7)]))
  await keepFile(cx, files, 'empty.txt', Readable.from([]))
  const vehicles = await createRecords(
    cx,
    'vehicle',
    Array.from({ length: 500 }, (_, index) => ({
      name: `车辆 ${index}`,
      plate: `苏E${index}`,
      price: `${index}.10`,
      currency: index % 2 ? 'USD' : 'CNY',
      companyIds: ids.slice(0, index % 3),
      phone: '0512-62884100转801',
      notes: index % 7 ? null : 'é\ttab\nline \u2028 \\. "quoted"',
      papers: index % 50 ? null : paper.id,
      tags: ['a', '{b}', 'c,d'],
      extra: { deep: [null, { x: 1.5 }] },
      oldId: ids[0],
    })),
  )
  await createField(cx, 'company', { name: 'vehicle', type: 'relation', label: label('V'), to: 'vehicle' })
  await createField(cx, 'company', { name: 'score', type: 'number', label: label('Score') })
  await updateRecords(cx, 'company', [{ id: ids[1], vehicleId: vehicles.ids[3], score: 12.25 }])
  await deleteField(cx, 'vehicle', 'old')
  await createRecords(cx, 'passing', [{ name: 'gone soon' }])
  await deleteObject(cx, 'passing')
  await deleteRecords(cx, 'vehicle', [vehicles.ids[9]!])
  // What a field of another type left behind, and a change of a month that has passed.
  const owner = await workspace.connectAsOwner()
  await owner.query(
    `alter table ${workspace.schema}.vehicle add column _gone_e164 text;
     update ${workspace.schema}.vehicle set _gone_e164 = '+86' || name;
     create table ${workspace.schema}._change_2026_01 partition of ${workspace.schema}._change
       for values from ('2026-01-01') to ('2026-02-01');
     revoke update, delete, truncate on ${workspace.schema}._change_2026_01 from ${workspace.schema};
     insert into ${workspace.schema}._change (at, object, record, version, action, source)
       values ('2026-01-15', 'company', '${ids[0]}', 1, 'create', 'api')`,
  )
  await owner.end()
}

async function people({ platform: { pool } }: Side, workspaces: readonly Workspace[]): Promise<void> {
  const account = randomUUID()
  await pool.query(
    `insert into kith.account (id, name, email, internal_address) values ($1, '王芳', 'wang@example.com', $2)`,
    [account, `${account}@account.invalid`],
  )
  await pool.query(
    `insert into kith.credential (id, account_id, provider, provider_account_id, password)
     values ($1, $2::uuid, 'credential', $2::uuid::text, 'a hash')`,
    [randomUUID(), account],
  )
  for (const { id } of workspaces) {
    await pool.query(
      `insert into kith.membership (account_id, workspace_id, user_id, actor_id, role) values ($1, $2, $3, $4, 'admin')`,
      [account, id, randomUUID(), randomUUID()],
    )
    await pool.query(
      `insert into kith.api_key (id, account_id, workspace_id, actor_id, name, prefix, secret_sha256)
       values ($1, $2, $3, $4, 'Key', 'kith_abc', sha256(convert_to($5, 'UTF8')))`,
      [randomUUID(), account, id, randomUUID(), id],
    )
  }
  await pool.query(
    `insert into kith.session (id, account_id, token, expires_at) values ($1, $2, 'secret', now() + interval '1 day')`,
    [randomUUID(), account],
  )
}

/** All that a schema is and holds, with its own name taken out, to be compared as a whole. */
async function pictureOf({ platform: { pool } }: Side, schema: string) {
  const ask = async (text: string) => (await pool.query<{ name: string; what: string }>(text, [schema])).rows
  const plain = (rows: readonly { name: string; what: string }[]) =>
    rows
      // Names of indexes end with a digest of what they are, the schema's name included.
      .map(({ name, what }) =>
        `${name}: ${what.replaceAll(schema, 'w')}`.replaceAll(/(_[is]_\w+)_[0-9a-f]{8}\b/g, '$1'),
      )
      .sort()
  const tables = await ask(
    `select relname as name, relacl::text as what from pg_class
      where relnamespace = $1::regnamespace and relkind in ('r', 'p') and relname <> '_migration' order by 1`,
  )
  const rows: string[] = []
  for (const { name } of tables) {
    const { rows: found } = await pool.query<{ what: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(line, '|' order by line)), '') as what
       from (select (to_jsonb(t) - 'xid')::text as line from ${schema}."${name}" t) lines`,
    )
    rows.push(`${name}: ${found[0]!.what}`)
  }
  return {
    rows: rows.filter((line) => !line.startsWith('_era:')),
    columns: plain(
      await ask(
        `select table_name || '.' || column_name as name, udt_name || ' ' || is_nullable || ' ' || coalesce(column_default, '') as what
         from information_schema.columns where table_schema = $1`,
      ),
    ),
    indexes: plain(
      await ask(`select indexname as name, indexdef as what from pg_indexes where schemaname = $1`),
    ),
    constraints: plain(
      await ask(
        `select conname as name, pg_get_constraintdef(oid) || ' ' || convalidated as what from pg_constraint
          where connamespace = $1::regnamespace`,
      ),
    ),
    sequences: plain(
      await ask(
        `select sequencename as name, coalesce(last_value::text, '') as what from pg_sequences where schemaname = $1`,
      ),
    ),
    rights: plain(tables),
  }
}

const platformRows = async ({ platform: { pool } }: Side, table: string): Promise<string> => {
  const { rows } = await pool.query<{ what: string | null }>(
    `select string_agg((to_jsonb(t) - 'schema_name')::text, '|' order by to_jsonb(t)::text) as what from kith.${table} t`,
  )
  return rows[0]?.what ?? ''
}

const schemasIn = async ({ platform: { pool } }: Side): Promise<string[]> => {
  const { rows } = await pool.query<{ name: string }>(
    `select nspname as name from pg_namespace where nspname ~ '^(w_|kith)' order by 1`,
  )
  return rows.map(({ name }) => name)
}

describe('a backup and its restore', () => {
  let target: Side
  beforeAll(async () => {
    await save(source, archive)
    target = await openSide('target')
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
    const copy = await openSide('copy')
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
    target = await openSide('spoilt-target')
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

function changed(bytes: Buffer, position: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[position] = copy[position]! ^ 0xff
  return copy
}

function changedText(bytes: Buffer): Buffer {
  const at = bytes.lastIndexOf('Müller')
  return changed(bytes, at)
}

const withoutTail = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.lastIndexOf('{"parts":') - 5)

/** With a migration in its head that nobody here has heard of. */
function newer(bytes: Buffer): Buffer {
  const length = bytes.readUInt32BE(1)
  const head = JSON.parse(bytes.toString('utf8', 5, 5 + length))
  head.kith = '9.0.0'
  head.workspaces[0].migrations.push({ name: '999-future.sql', sha256: 'x' })
  const text = Buffer.from(JSON.stringify(head))
  const start = Buffer.from([0x48, 0, 0, 0, 0])
  start.writeUInt32BE(text.length, 1)
  return Buffer.concat([start, text, bytes.subarray(5 + length)])
}
