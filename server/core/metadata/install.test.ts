import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '#server/core/context.ts'
import type { ObjectDefinition } from '#shared/metadata/definition.ts'
import { createTestWorkspace } from '#test/support/workspace.ts'
import { createField, createObject, installShippedObjects, updateField, updateObject } from './index.ts'
import { company, field, object, options, people, standard } from './test/objects.ts'

let scene: Awaited<ReturnType<typeof createTestWorkspace>>
let cx: Context

beforeAll(async () => {
  scene = await createTestWorkspace(standard)
  cx = scene.cx
})
afterAll(() => scene.drop())

const actor = object('actor', [field('name', 'text'), field('user', 'user')])
const install = (definitions: readonly ObjectDefinition[]) =>
  installShippedObjects(cx.workspace, [...definitions, actor])
const fieldOf = (objectName: string, name: string) =>
  cx.workspace.catalogue().object(objectName).fieldByName.get(name)

const revised: ObjectDefinition = {
  ...company,
  columns: ['name', 'level'],
  fields: [
    field('name', 'text', { required: true }),
    field('code', 'longText'),
    field('level', 'select', { options: options('a', 'b', 'c', 'd'), required: true }),
    field('parent', 'relation', { to: 'company', help: { 'zh-CN': '上级', 'zh-TW': '上級', en: 'Above' } }),
    field('revenue', 'money'),
    field('site', 'url'),
    field('contacts', 'relations', { to: 'person' }),
  ],
}
const person = object('person', [
  field('name', 'text', { required: true }),
  field('company', 'relation', { to: 'company' }),
])

test('the same declaration changes nothing', async () => {
  await install(standard)
  const { version } = cx.workspace.catalogue()
  await install(standard)
  expect(cx.workspace.catalogue().version).toBe(version)
})

test('a new declaration merges with what the customer made of the old one', async () => {
  await updateObject(cx, 'company', { name: 'account', label: 'Account' })
  await updateField(cx, 'account', 'parent', { name: 'motherCompany' })
  await createField(cx, 'account', { name: 'site', type: 'text', label: 'Own site' })
  await createObject(cx, { name: 'person', label: 'Own people' })
  await cx.workspace.pool.query({
    text: `insert into ${cx.workspace.schema}.company (id, created_at, updated_at, name)
           values (gen_random_uuid(), now(), now(), 'no level')`,
  })

  await install([...people, revised, person])

  const account = cx.workspace.catalogue().object('account')
  expect(account.label.en).toBe('Account')
  expect(account.columns).toEqual(['name', 'level'])
  expect(fieldOf('account', 'motherCompany')).toMatchObject({ help: { en: 'Above' }, to: 'account' })
  expect(fieldOf('account', 'level')?.options?.map(({ value }) => value)).toEqual(['a', 'b', 'c', 'd'])
  // Both are there: the customer's by its name, the new one by another.
  expect(fieldOf('account', 'site')).toMatchObject({ type: 'text', origin: 'custom' })
  expect(fieldOf('account', 'site2')).toMatchObject({ type: 'url', origin: 'shipped' })
  expect(fieldOf('account', 'contacts')).toMatchObject({ to: 'person2' })
  expect(cx.workspace.catalogue().object('person').label.en).toBe('Own people')
  expect(fieldOf('person2', 'company')).toMatchObject({ to: 'account' })
  // A record has no level, so that the new rule waits; the type changed without loss.
  expect(fieldOf('account', 'level')?.required).not.toBe(true)
  expect(fieldOf('account', 'code')).toMatchObject({ type: 'longText' })
  // Declared no more: the customer's from now on.
  expect(fieldOf('account', 'phone')).toMatchObject({ origin: 'custom' })
})

test('a rule that waited comes once the records obey it', async () => {
  const { schema, pool } = cx.workspace
  await pool.query({ text: `update ${schema}.company set level = 'a'` })
  await install([...people, { ...revised, icon: 'building' }, person])
  expect(fieldOf('account', 'level')?.required).toBe(true)
})
