import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '#server/core/context.ts'
import { standard } from '#server/core/metadata/test/objects.ts'
import { defaultSettings } from '#shared/metadata/default-settings.ts'
import { createTestWorkspace } from '#test/support/workspace.ts'

let scene: Awaited<ReturnType<typeof createTestWorkspace>>
let other: Context['workspace']

beforeAll(async () => {
  scene = await createTestWorkspace(standard)
  other = await scene.registry.create({ slug: 'rival', name: 'Rival', settings: defaultSettings('en') })
  await other.pool.query({
    text: `insert into ${other.schema}.company (id, created_at, updated_at, name)
           values (gen_random_uuid(), now(), now(), 'Secret Inc')`,
  })
})
afterAll(() => scene.drop())

const hostile: Record<string, (victim: string, self: string) => string> = {
  'read accounts': () => 'select * from kith.account',
  'read workspaces': () => 'select * from kith.workspace',
  'read another workspace': (victim) => `select * from ${victim}.company`,
  'read its metadata': (victim) => `select * from ${victim}._object`,
  'write to it': (victim) => `update ${victim}.company set name = 'mine'`,
  'call its functions': (victim) => `select ${victim}._rate('CNY', null)`,
  'become its role': (victim) => `select set_config('role', '${victim}', false)`,
  'become its owner': (victim) => `set role ${victim}_owner`,
  'become the owner of its own schema': (_, self) => `set role ${self}_owner`,
  'become the platform': () => 'set role kith',
  'change who it is': () => 'set session authorization kith',
  'grant itself the owner': (_, self) => `grant ${self}_owner to ${self}`,
  'make a role': () => 'create role intruder superuser',
  'make itself a superuser': (_, self) => `alter role ${self} superuser`,
  'make a schema': () => 'create schema mine',
  'make a table': (_, self) => `create table ${self}.mine (x int)`,
  'make a table in public': () => 'create table public.mine (x int)',
  'make a temporary table': () => 'create temporary table mine (x int)',
  'make a function': (_, self) =>
    `create function ${self}.mine() returns int language sql security definer as 'select 1'`,
  'replace a function': (_, self) =>
    `create or replace function ${self}._guard(bigint) returns void language sql as ''`,
  'change a table': (_, self) => `alter table ${self}.company add column mine text`,
  'empty a table': (_, self) => `truncate ${self}.company`,
  'rewrite the change log': (_, self) => `update ${self}._change set actor = null`,
  'shorten the change log': (_, self) => `delete from ${self}._change`,
  'empty the change log': (_, self) => `truncate ${self}._change`,
  'rewrite a month of it': (_, self) => `delete from ${self}._change_default`,
  'change its own metadata': (_, self) => `update ${self}._metadata set version = 9`,
  'change its own fields': (_, self) => `delete from ${self}._field`,
  'change its own settings': (_, self) => `update ${self}._settings set value = '{}'`,
  'pretend a migration': (_, self) => `insert into ${self}._migration values ('x', 'y')`,
  'read a file': () => `select pg_read_file('/etc/passwd')`,
  'run a program': () => `copy (select 1) to program 'true'`,
  'read a part of a file': () => `select pg_read_binary_file('/etc/passwd', 0, 10)`,
  'list a directory': () => `select pg_ls_dir('/')`,
  'look at the log of the server': () => 'select pg_current_logfile()',
  'write a file': () => `copy (select 1) to '/tmp/kith-mine'`,
  'load a file': () => `copy (select 1) to '/tmp/kith-mine' with (format binary)`,
  'take a file in as a large object': () => `select lo_import('/etc/passwd')`,
  'write a large object to a file': () => `select lo_export(1, '/tmp/kith-mine')`,
  'reach another server': () => 'create extension dblink',
  'reach another server by a foreign table': () => 'create extension postgres_fdw',
  'load a library': () => `load 'plpython3'`,
  'make a language': () => 'create language plpython3u',
  'change the server’s settings': () => `alter system set log_statement = 'all'`,
  'change the database’s settings': () => `alter database postgres set search_path = public`,
  'turn triggers off': () => `set session_replication_role = replica`,
  'log what others ask': () => `set log_statement = 'all'`,
  'reload the server’s settings': () => 'select pg_reload_conf()',
  'follow the log of the database': () =>
    `select pg_create_logical_replication_slot('mine', 'test_decoding')`,
  'copy the whole cluster': () => `select pg_backup_start('mine')`,
  'read passwords': () => 'select * from pg_authid',
  'read passwords by another name': () => 'select * from pg_shadow',
  'read statistics of values': () => 'select * from pg_statistic',
  'take over a table': (_, self) => `alter table ${self}.company owner to ${self}`,
  'turn off what guards a table': (_, self) => `alter table ${self}._access_review disable trigger all`,
  'rewrite the audit log': (_, self) => `update ${self}._audit set name = 'somebody else'`,
  'shorten the audit log': (_, self) => `delete from ${self}._audit`,
  'date an entry of the audit log back': (_, self) =>
    `insert into ${self}._audit (id, at, kind, outcome, name, source, details)
     values (gen_random_uuid(), '2020-01-01', 'signedIn', 'done', 'x', 'web', '{}')`,
  'seal what it likes': (_, self) => `insert into ${self}._audit_seal values (1, gen_random_uuid(), 'x')`,
  'rewrite a review of access': (_, self) => `update ${self}._access_review set opened_name = 'x'`,
  'take a review of access away': (_, self) => `delete from ${self}._access_review`,
  'rewrite what a review found': (_, self) => `update ${self}._access_review_line set snapshot = '{}'`,
  'end another’s connection': () =>
    `select pg_terminate_backend(pid) from pg_stat_activity where usename <> current_user`,
}

test.each(Object.entries(hostile))('a workspace’s role cannot %s', async (_, sql) => {
  const text = sql(other.schema, scene.workspace.schema)
  await expect(scene.workspace.pool.query({ text })).rejects.toMatchObject({ code: '42501' })
})

/** Names of all tables of a schema, so that a new one is tried by being there. */
const tablesOf = async (schema: string): Promise<string[]> => {
  const { rows } = await scene.platform.pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = $1`,
    [schema],
  )
  return rows.map(({ name }) => name)
}

test('no table of the platform or of another workspace is open to it, in any way', async () => {
  const tables = [...(await tablesOf('kith')), ...(await tablesOf(other.schema))]
  expect(tables.length).toBeGreaterThan(40)
  const { pool } = scene.workspace
  for (const table of tables)
    for (const text of [
      `select * from ${table} limit 1`,
      `select count(*) from ${table}`,
      `insert into ${table} default values`,
      `delete from ${table}`,
      `copy ${table} to stdout`,
    ])
      await expect(pool.query({ text }), text).rejects.toMatchObject({ code: '42501' })
})

test('no function of the platform or of another workspace answers it', async () => {
  const { rows } = await scene.platform.pool.query<{ name: string }>(
    `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname in ('kith', $1) and (
       has_function_privilege($2, p.oid, 'execute') and has_schema_privilege($2, n.oid, 'usage'))`,
    [other.schema, scene.workspace.schema],
  )
  expect(rows).toEqual([])
})

test('what it may do to its own tables is listed here, and goes no further', async () => {
  const { rows } = await scene.platform.pool.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relkind in ('r', 'p') and (
       has_table_privilege($1, c.oid, 'truncate') or has_table_privilege($1, c.oid, 'trigger')
       or has_table_privilege($1, c.oid, 'references') or has_table_privilege($1, c.oid, 'maintain'))`,
    [scene.workspace.schema],
  )
  expect(rows).toEqual([])
})

test.each(['set_config', 'set local', 'reset'])('%s makes nobody else of it', async (how) => {
  const sql = {
    set_config: `select set_config('role', '${other.schema}', true)`,
    'set local': `set local role ${other.schema}_owner`,
    reset: 'reset session authorization; reset role; select * from kith.account',
  }[how]!
  await expect(scene.workspace.pool.query({ text: sql })).rejects.toMatchObject({ code: '42501' })
  const { rows } = await scene.workspace.pool.query<{ who: string }>({ text: 'select current_user as who' })
  expect(rows[0]?.who).toBe(scene.workspace.schema)
})

test('several statements in one, or a new connection, change nothing of that', async () => {
  const client = await scene.workspace.pool.connect()
  try {
    await expect(client.query(`select 1; set role ${other.schema}; select 2`)).rejects.toThrow()
    await client.query('rollback; reset role; reset session authorization')
    await expect(client.query(`select * from ${other.schema}.company`)).rejects.toMatchObject({
      code: '42501',
    })
  } finally {
    client.release()
  }
})

test('it sees no values of others in statistics or activity', async () => {
  const { rows } = await scene.workspace.pool.query({
    text: `select schemaname from pg_stats where schemaname in ('kith', $1)
           union all select query from pg_stat_activity where query ~ 'Secret'  and usename <> current_user`,
    values: [other.schema],
  })
  expect(rows).toEqual([])
})

test('the roles belong to nobody and nobody but the platform to them', async () => {
  const { rows } = await scene.platform.pool.query(
    `select m.rolname as member from pg_auth_members a join pg_roles r on r.oid = a.roleid
      join pg_roles m on m.oid = a.member where r.rolname ~ '^w_' and m.rolname ~ '^w_'`,
  )
  expect(rows).toEqual([])
})
