import { afterAll, beforeAll, expect, test } from 'vitest'
import { createField } from '#server/core/metadata/index.ts'
import { people, standard } from '#server/core/metadata/test/objects.ts'
import type { AppError } from '#shared/errors.ts'
import { defaultSettings } from '#shared/metadata/default-settings.ts'
import { contextOf, createTestWorkspace, openPlatform } from '#test/support/workspace.ts'
import { updateSettings, WorkspaceRegistry } from './index.ts'

let scene: Awaited<ReturnType<typeof createTestWorkspace>>

beforeAll(async () => {
  scene = await createTestWorkspace(standard)
})
afterAll(() => scene.drop())

const settings = defaultSettings('zh-TW')
const schemas = async () => {
  const { rows } = await scene.platform.pool.query(
    `select (select count(*) from pg_namespace where nspname ~ '^w_') as schemas,
       (select count(distinct r.rolname) from pg_database d, aclexplode(d.datacl) a, pg_roles r
         where d.datname = current_database() and r.oid = a.grantee and r.rolname ~ '^w_') as roles,
       (select count(*) from kith.workspace) as rows`,
  )
  return rows
}

test('a workspace is found by id and by address, with its settings', async () => {
  const made = await scene.registry.create({ slug: 'taipei', name: '台北', settings })
  const other = new WorkspaceRegistry(scene.platform, standard)
  expect(await other.bySlug('taipei')).toMatchObject({ id: made.id, name: '台北', schema: made.schema })
  expect((await other.get(made.id)).settings()).toEqual(settings)
  expect((await other.list()).map(({ slug }) => slug)).toEqual(['acme', 'taipei'])
  await expect(other.bySlug('nowhere')).rejects.toMatchObject({ code: 'no_workspace' })
  await other.close()
})

test('what cannot be made leaves nothing behind', async () => {
  const before = await schemas()
  const create = (slug: string, registry = scene.registry) =>
    registry.create({ slug, name: 'x', settings }).then(
      () => 'made',
      (error: AppError) => error.code ?? error.message,
    )
  expect(await create('acme')).toBe('name_taken')
  expect(await create('Not good')).toBe('invalid_slug')
  const broken = new WorkspaceRegistry(scene.platform, people.slice(0, 1))
  expect(await create('broken', broken)).toContain('refers to team')
  expect(await schemas()).toEqual(before)
  expect((await Promise.all([create('twin'), create('twin')])).sort()).toEqual(['made', 'name_taken'])
})

test('what a killed process left of a workspace goes at the next start', async () => {
  const before = await schemas()
  const made = await scene.registry.create({ slug: 'cut-short', name: 'x', settings })
  await scene.platform.pools.forget({
    role: made.schema,
    password: '',
    databaseUrl: scene.platform.databaseUrl,
  })
  await scene.platform.pool.query(`delete from kith.workspace where slug = 'cut-short'`)
  await made.close()
  await scene.registry.upgrade()
  expect(await schemas()).toEqual(before)
})

test('another process knows a change of metadata and settings without asking', async () => {
  const second = await openPlatform(scene.platform.databaseUrl)
  const registry = new WorkspaceRegistry(second.platform, standard)
  const there = await registry.get(scene.workspace.id)
  await createField(scene.cx, 'company', { name: 'nickname', type: 'text' })
  await updateSettings(scene.cx, { timeZone: 'Asia/Urumqi' })
  await expect
    .poll(() => [there.catalogue().object('company').fieldByName.has('nickname'), there.settings().timeZone])
    .toEqual([true, 'Asia/Urumqi'])
  await registry.close()
  await second.close()
})

test('roles get their passwords again when they no longer fit', async () => {
  const { schema, id } = scene.workspace
  await scene.platform.pool.query(
    `alter role ${schema} password 'lost'; alter role ${schema}_owner password 'lost'`,
  )
  const second = await openPlatform(scene.platform.databaseUrl)
  const registry = new WorkspaceRegistry(second.platform, standard)
  const again = await registry.get(id)
  await createField(contextOf(again), 'company', { name: 'motto', type: 'text' })
  await registry.close()
  await second.close()
})

test('with another KITH_SECRET roles get the passwords that follow from it', async () => {
  const { platform, close } = await openPlatform(scene.platform.databaseUrl)
  const config = { ...platform.config, secret: 'what KITH_SECRET is from now on' }
  const registry = new WorkspaceRegistry({ ...platform, config }, standard)
  const there = await registry.get(scene.workspace.id)
  await createField(contextOf(there), 'company', { name: 'slogan', type: 'text' })
  expect(there.catalogue().object('company').fieldByName.has('slogan')).toBe(true)
  // A process that still has the former one comes in again as well: it gives them theirs.
  const former = await openPlatform(scene.platform.databaseUrl)
  const again = new WorkspaceRegistry(former.platform, standard)
  await again.get(scene.workspace.id)
  for (const opened of [registry, again]) await opened.close()
  await close()
  await former.close()
})

test('settings are checked member by member', async () => {
  const refused = await updateSettings(scene.cx, {
    timeZone: 'Mars/Olympus',
    currency: 'XQZ',
    fiscalYearStart: 13,
    accent: 'url(x)',
    calendar: { opens: '25:00', exceptions: [{ date: '2026-02-30', works: true, name: 'x' }] },
    colour: 'red',
  }).catch((error: AppError) => error.issues.map(({ path, code }) => `${path} ${code}`))
  expect(refused).toEqual([
    '/timeZone invalid_setting',
    '/currency invalid_currency',
    '/fiscalYearStart number_out_of_range',
    '/accent invalid_setting',
    '/calendar/opens invalid_setting',
    '/calendar/exceptions/0/date invalid_date',
    '/colour unknown_member',
  ])
  const changed = await updateSettings(scene.cx, {
    fiscalYearStart: 4,
    accent: '#0F766E',
    calendar: { opens: '08:30' },
  })
  expect(changed).toMatchObject({
    fiscalYearStart: 4,
    accent: '#0f766e',
    calendar: { opens: '08:30', closes: '18:00' },
  })
  expect(changed.calendar.exceptions).toContainEqual({
    date: '2026-02-14',
    works: true,
    name: '春节调休',
  })
})

test('the currency changes until amounts are there', async () => {
  const { schema } = scene.workspace
  await scene.workspace.pool.query({
    text: `insert into ${schema}._exchange_rate values ('EUR', '2026-01-01', 8)`,
  })
  await updateSettings(scene.cx, { currency: 'USD' })
  const { rows } = await scene.workspace.pool.query({
    text: `select ${schema}._rate('USD', '2026-01-01') as own, ${schema}._rate('EUR', '2026-01-01') as former`,
  })
  expect(rows).toEqual([{ own: '1', former: null }])
  await scene.workspace.pool.query({
    text: `insert into ${schema}.company (id, created_at, updated_at, name, revenue)
           values (gen_random_uuid(), now(), now(), 'x', 5)`,
  })
  await expect(updateSettings(scene.cx, { currency: 'EUR' })).rejects.toMatchObject({
    code: 'currency_in_use',
  })
})

test('a rate is the newest one of its day, or the first one', async () => {
  const { schema, pool } = scene.workspace
  await pool.query({
    text: `insert into ${schema}._exchange_rate values ('JPY', '2026-01-01', 0.05), ('JPY', '2026-03-01', 0.06)`,
  })
  const { rows } = await pool.query({
    text: `select array[${schema}._rate('JPY', '2025-01-01'), ${schema}._rate('JPY', '2026-02-28'),
             ${schema}._rate('JPY', '2027-01-01'), ${schema}._rate('GBP', '2026-01-01')]::text[] as rates`,
  })
  expect(rows).toEqual([{ rates: ['0.05', '0.05', '0.06', null] }])
})
