import type { Locator, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Pool } from '#shared/operations/pools.ts'
import type { SharingRuleEntry } from '#shared/operations/sharing.ts'
import { ownRecords } from '#test/support/permissions.ts'
import { signIn } from './support/member.ts'
import { gone, see, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'

let stage: Stage
let t: Stage['t']
let page: Page

beforeAll(async () => {
  stage = await setStage()
  t = stage.t
  page = await stage.open('/')
})
afterAll(() => stage.close())

const everybody = [{ kind: 'everybody' }]
const makePool = async (name: string, more: object = {}) =>
  (
    await stage.api.post<{ data: Pool }>('/pools', {
      object: 'company',
      name,
      fields: [],
      members: everybody,
      ...more,
    })
  ).data
const makeRule = (name: string) =>
  stage.api.post('/sharing-rules', {
    object: 'company',
    name,
    condition: 'industry = "software"',
    grantee: { kind: 'everybody' },
    level: 'read',
  })
const pools = async () => (await stage.api.get<{ data: readonly Pool[] }>('/pools')).data
const poolNamed = async (name: string) => (await pools()).find((pool) => pool.name === name)
const rules = async () => (await stage.api.get<{ data: readonly SharingRuleEntry[] }>('/sharing-rules')).data
const at = (place: string) => page.goto(`${stage.kith.address}/settings/${place}`)
const focused = (locator: Locator) => until(() => locator.evaluate((one) => one === document.activeElement))

/** Another keeper saves, whatever stands there. */
async function changeElsewhere(path: string, version: number, data: object): Promise<void> {
  const answer = await page.context().request.patch(`${stage.kith.address}/api/v1${path}`, {
    data,
    headers: { 'if-match': String(version) },
  })
  expect(answer.ok(), await answer.text()).toBe(true)
}

test('a pool and a rule that somebody else saved meanwhile are saved upon theirs, with what was typed', async () => {
  const pool = await makePool('华东公海', { condition: 'industry = "software"' })
  await at('pools')
  await page.getByRole('button', { name: '华东公海', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('pools.name'), { exact: true }).fill('华东公海（我的）')
  await changeElsewhere(`/pools/${pool.id}`, pool.version, { condition: 'industry = "retail"' })
  const save = dialog.getByRole('button', { name: t('access.save') })
  await save.click()
  await see(dialog, t('access.changedMeanwhile'))
  await save.click()
  await gone(dialog)
  // What nobody here touched is theirs.
  expect(await poolNamed('华东公海（我的）')).toMatchObject({ condition: 'industry = "retail"' })

  await makeRule('软件公司')
  await at('sharing-rules')
  await page.getByRole('button', { name: '软件公司', exact: true }).click()
  await dialog.getByLabel(t('access.ruleName'), { exact: true }).fill('软件公司（我的）')
  const [rule] = await rules()
  await changeElsewhere(`/sharing-rules/${rule!.id}`, rule!.version, { condition: 'industry = "retail"' })
  await save.click()
  await see(dialog, t('access.changedMeanwhile'))
  await save.click()
  await gone(dialog)
  expect(await rules()).toMatchObject([{ name: '软件公司（我的）', condition: 'industry = "retail"' }])
})

test('a condition that is not finished is not saved as every record, and one that just was is saved', async () => {
  await at('pools')
  await page
    .getByRole('button', { name: t('pools.newPool') })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('pools.name'), { exact: true }).fill('半个条件')
  await dialog.getByRole('combobox', { name: t('pools.addMembers') }).click()
  await page.getByRole('option', { name: t('access.grantee_everybody') }).click()
  await dialog.getByRole('button', { name: t('records.addCondition'), exact: true }).click()
  const create = dialog.getByRole('button', { name: t('pools.create') })
  await create.click()
  const told = dialog.getByRole('alert').filter({ hasText: t('access.conditionUnfinished') })
  await told.waitFor()
  await dialog.locator('[data-part]').getByRole('button').last().click()
  await gone(told)

  await dialog.getByRole('button', { name: t('records.expression'), exact: true }).click()
  await dialog.getByRole('textbox', { name: t('records.expression') }).fill('industry =')
  await create.click()
  await told.waitFor()
  expect(await poolNamed('半个条件')).toBeUndefined()

  await dialog.getByRole('textbox', { name: t('records.expression') }).fill('industry = "retail"')
  await create.click()
  await gone(dialog)
  expect(await poolNamed('半个条件')).toMatchObject({ condition: 'industry in ("retail")' })
})

test('a rule whose condition cannot be read any more is renamed, and still shares nothing', async () => {
  await stage.api.post('/objects/company/fields', { name: 'zone', type: 'text', label: 'Zone' })
  await stage.api.post('/sharing-rules', {
    object: 'company',
    name: '按片区',
    condition: 'zone = "A"',
    grantee: { kind: 'everybody' },
    level: 'read',
  })
  await stage.api.send('DELETE', '/objects/company/fields/zone')
  await at('sharing-rules')
  await page.getByRole('button', { name: '按片区', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await see(dialog, t('access.brokenRule'))
  await dialog.getByLabel(t('access.ruleName'), { exact: true }).fill('按片区（停用）')
  await dialog.getByRole('button', { name: t('access.save') }).click()
  await gone(dialog)
  expect(await rules()).toContainEqual(expect.objectContaining({ name: '按片区（停用）', condition: null }))
})

test('a value that was typed a moment ago is part of the condition that is saved', async () => {
  await makePool('刚输入')
  await at('pools')
  await page.getByRole('button', { name: '刚输入', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: t('records.addCondition'), exact: true }).click()
  const value = dialog.locator('[data-word="value"] input')
  await value.pressSequentially('泓远')
  // Sooner than a hand: from the last key on nothing is waited for.
  await dialog.locator('form').evaluate((form: HTMLFormElement) => form.requestSubmit())
  await gone(dialog)
  expect((await poolNamed('刚输入'))?.condition).toContain('泓远')
})

test('fields that were opened elsewhere and are not offered stay when another is ticked', async () => {
  await makePool('带币种', { fields: ['currency', 'version'] })
  await at('pools')
  await page.getByRole('button', { name: '带币种', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: '行业', exact: true }).check()
  await dialog.getByRole('button', { name: t('access.save') }).click()
  await gone(dialog)
  expect([...((await poolNamed('带币种'))?.fields ?? [])].sort()).toEqual(['currency', 'industry', 'version'])
})

test('a member of a pool is taken out by keyboard, by name, and the focus stays near', async () => {
  const { data: teams } = await stage.api.post<{ data: readonly { id: string }[] }>('/records/team', [
    { name: '华东' },
    { name: '华南' },
  ])
  await makePool('两个部门', { members: teams.map(({ id }) => ({ kind: 'team', id })) })
  await at('pools')
  await page.getByRole('button', { name: '两个部门', exact: true }).click()
  const dialog = page.getByRole('dialog')
  const remove = (name: string) =>
    dialog.getByRole('button', { name: `${t('pools.removeMember')} ${name}`, exact: true })
  await remove('华东').focus()
  await page.keyboard.press('Enter')
  await gone(remove('华东'))
  await focused(remove('华南')).toBe(true)
  await page.keyboard.press('Enter')
  await gone(remove('华南'))
  const kind = dialog.getByRole('combobox', { name: t('pools.addMembers') })
  await focused(kind).toBe(true)
  const which = dialog.getByRole('combobox', { name: t('access.grantee_team'), exact: true })
  await which.click()
  await page.getByRole('option', { name: '华南' }).click()
  await remove(t('access.andBelow', { name: '华南' })).waitFor()
  await focused(which).toBe(true)
  await page.keyboard.press('Escape')
  await gone(page.getByRole('listbox'))
  await page.keyboard.press('Escape')
  await gone(dialog)
})

test('whoever deletes goes on where the next stands, and at the heading where none is left', async () => {
  for (const pool of await pools()) await stage.api.send('DELETE', `/pools/${pool.id}`)
  for (const name of ['甲', '乙', '丙']) await makePool(name)
  await at('pools')
  const bin = (name: string) => page.getByRole('button', { name: t('pools.eraseNamed', { name }) })
  const dialog = page.getByRole('dialog')
  const erase = async (name: string) => {
    await bin(name).click()
    await dialog.getByRole('button', { name: t('pools.erase'), exact: true }).click()
    await gone(dialog)
    await gone(bin(name))
  }
  await bin('乙').waitFor()
  const order = await page.getByRole('rowheader').allInnerTexts()
  const [first, second, third] = order as [string, string, string]
  await erase(first)
  await focused(bin(second)).toBe(true)
  await erase(third)
  await focused(bin(second)).toBe(true)
  await bin(second).click()
  await dialog.getByRole('button', { name: t('design.cancel') }).click()
  await gone(dialog)
  await focused(bin(second)).toBe(true)
  await erase(second)
  await focused(page.getByRole('heading', { name: t('pools.title'), level: 2 })).toBe(true)
})

test('while pools and their counts are on their way, that is drawn, and no number is said', async () => {
  await makePool('慢的公海')
  const waiting: (() => void)[] = []
  const hold = (route: Route) => {
    waiting.push(() => void route.fallback())
  }
  const list = /\/api\/v1\/pools$/
  const count = /count=estimate/
  await page.route(list, hold)
  await page.route(count, hold)
  await at('pools')
  const table = page.getByRole('region', { name: t('pools.title') }).getByRole('row')
  await until(() => table.count()).toBeGreaterThan(1)
  await page.unroute(list)
  for (const answer of waiting.splice(0)) answer()
  await page.getByRole('button', { name: t('pools.eraseNamed', { name: '慢的公海' }) }).click()
  const dialog = page.getByRole('dialog')
  await see(dialog, t('pools.eraseWhatever'))
  await page.unroute(count)
  for (const answer of waiting.splice(0)) answer()
  await see(dialog, t('pools.eraseWhat', { count: 0 }))
  await page.keyboard.press('Escape')
  await gone(dialog)
})

test('who keeps pools and does not reach all of an object looks at its pool, and is offered no saving', async () => {
  const person = { name: '林知夏', email: 'lin@example.com', password: 'secret-123-kith' }
  await stage.api.post('/auth/members', { ...person, role: 'member' })
  const { data: users } = await stage.api.get<{ data: readonly { id: string; name: string }[] }>(
    '/records/user',
  )
  const keeper = users.find(({ name }) => name === person.name)!.id
  const { data: role } = await stage.api.post<{ data: { id: string } }>('/roles', {
    name: '公海管理',
    permissions: { usual: ownRecords, objects: {}, fields: {}, rights: ['roles'] },
  })
  await stage.api.send('PUT', `/role-assignments/${keeper}`, { roleIds: [role.id] })
  await makePool('总部的公海')
  const context = await stage.context()
  await signIn(context, stage.kith, person.email, person.password)
  const lin = await context.newPage()
  await lin.goto(`${stage.kith.address}/settings/pools`)
  await lin.getByRole('button', { name: '总部的公海', exact: true }).click()
  const dialog = lin.getByRole('dialog')
  await see(dialog, t('access.seeNotAll', { object: '客户' }))
  expect(await dialog.getByRole('combobox', { name: t('access.object') }).inputValue()).toBe('客户')
  await dialog.getByRole('button', { name: t('design.cancel') }).waitFor()
  expect(await dialog.getByRole('button', { name: t('access.save') }).count()).toBe(0)
  await context.close()
})

test('no page failed', () => {
  expect(stage.uncaught).toEqual([])
})
