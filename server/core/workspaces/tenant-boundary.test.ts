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
  'read passwords': () => 'select * from pg_authid',
  'end another’s connection': () =>
    `select pg_terminate_backend(pid) from pg_stat_activity where usename <> current_user`,
}

test.each(Object.entries(hostile))('a workspace’s role cannot %s', async (_, sql) => {
  const text = sql(other.schema, scene.workspace.schema)
  await expect(scene.workspace.pool.query({ text })).rejects.toMatchObject({ code: '42501' })
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
