import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { choose } from './support/fill.ts'
import { gone, see, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'

let stage: Stage
let page: Page
let id: string

beforeAll(async () => {
  stage = await setStage()
  const { data } = await stage.api.post<{ data: { id: string }[] }>('/records/company', [
    { name: '泓远精密制造', code: 'C-1', level: 'B', phone: '021-55502218' },
    { name: '青屿科技', code: 'C-2' },
  ])
  id = data[0]?.id ?? ''
  page = await stage.open()
})
afterAll(() => stage.close())

const visit = (path: string) => page.goto(`${stage.kith.address}${path}`)
const edit = async (name: string) => {
  const button = page.getByRole('button', { name: stage.t('records.editNamed', { name }), exact: true })
  await button.focus()
  await button.press('Enter')
}
const stored = async () =>
  (await stage.api.get<{ data: Record<string, unknown> }>(`/records/company/${id}`)).data
const input = (name: string) => page.getByRole('main').getByRole('textbox', { name, exact: true })

test('a refusal of the server stands at its field, and what was typed is kept', async () => {
  const { t } = stage
  await visit('/o/company/new')
  await page.getByRole('button', { name: t('records.save') }).click()
  await see(page, t('records.mustBeFilled', { field: '客户名称' }))
  await page.getByLabel(/^客户名称/).fill('第三家')
  await page.getByLabel('客户编号').fill('C-1')
  await page.getByRole('button', { name: t('records.save') }).click()
  const field = page.getByLabel('客户编号')
  await until(() => field.getAttribute('aria-invalid')).toBe('true')
  expect(await page.locator('[data-refused]').textContent()).toMatch(/^客户编号.+/)
  expect(await field.inputValue()).toBe('C-1')
  expect(await page.getByLabel(/^客户名称/).inputValue()).toBe('第三家')
  await field.fill('C-3')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { level: 1, name: '第三家' }).waitFor()
})

test('so does a refusal on the record page', async () => {
  await visit(`/o/company/${id}`)
  await edit('客户编号')
  await input('客户编号').fill('C-2')
  await input('客户编号').press('Enter')
  await page.getByRole('alert').filter({ hasText: /./ }).first().waitFor()
  expect(await input('客户编号').inputValue()).toBe('C-2')
  await input('客户编号').press('Escape')
  await see(page, 'C-1')
  expect((await stored()).code).toBe('C-1')
})

test('history shows what it was and what it became', async () => {
  const { t } = stage
  await visit(`/o/company/${id}`)
  await page.getByRole('tab', { name: t('records.history') }).click()
  await edit('企业全称')
  await input('企业全称').fill('上海泓远精密制造有限公司')
  await input('企业全称').press('Enter')
  await see(page.getByRole('tabpanel'), '上海泓远精密制造有限公司')
  await edit('企业全称')
  await input('企业全称').fill('苏州泓远精密制造有限公司')
  await input('企业全称').press('Enter')
  const entry = page.getByRole('tabpanel').getByRole('listitem').first()
  await entry.getByText('苏州泓远精密制造有限公司').waitFor()
  expect(await entry.textContent()).toMatch(/企业全称.*上海泓远.*苏州泓远/)
  await entry.getByRole('img', { name: t('records.became') }).waitFor()
  expect(await entry.textContent()).toContain('王芳')
})

test('of two who change one field the second sees both values and chooses', async () => {
  const { t } = stage
  await visit(`/o/company/${id}`)
  await see(page, '021-55502218')
  // The news of the other's change must not arrive before one's own is sent.
  await page.route('**/api/v1/events*', (route) => route.abort())
  await page.reload()
  await edit('电话')
  await input('电话').fill('021-55500001')
  await stage.api.patch(`/records/company/${id}`, { phone: '021-55509999' })
  await input('电话').press('Enter')
  const choice = page.getByRole('alert').filter({ hasText: t('records.conflict') })
  await choice.getByText('55509999').waitFor()
  await choice.getByText('55500001').waitFor()
  await choice.getByRole('button', { name: t('records.saveMine') }).click()
  await gone(choice)
  await until(async () => String((await stored()).phone)).toMatch(/55500001/)
  await page.unroute('**/api/v1/events*')
})

test('changes to different fields do not disturb each other', async () => {
  await page.route('**/api/v1/events*', (route) => route.abort())
  await visit(`/o/company/${id}`)
  await edit('企业全称')
  await input('企业全称').fill('泓远')
  await stage.api.patch(`/records/company/${id}`, { website: 'https://hongyuan.example' })
  await input('企业全称').press('Enter')
  await until(stored).toMatchObject({ legalName: '泓远', website: expect.stringContaining('hongyuan') })
  expect(
    await page
      .getByRole('alert')
      .filter({ hasText: stage.t('records.conflict') })
      .count(),
  ).toBe(0)
  await page.unroute('**/api/v1/events*')
})

test('the place in the list that one came from, and its neighbours by J and K', async () => {
  const filter = encodeURIComponent('code in ("C-1", "C-2")')
  await visit(`/o/company/${id}?filter=${filter}&sort=code`)
  await see(page, '1 / 2')
  await page.keyboard.press('j')
  await page.getByRole('heading', { level: 1, name: '青屿科技' }).waitFor()
  await see(page, '2 / 2')
  await page.keyboard.press('k')
  await page.getByRole('heading', { level: 1, name: '泓远精密制造' }).waitFor()
  expect(new URL(page.url()).searchParams.get('sort')).toBe('code')
})

test('what another changes is there without a reload', async () => {
  await visit(`/o/company/${id}`)
  await page.getByRole('heading', { level: 1, name: '泓远精密制造' }).waitFor()
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('/api/v1/records')),
  )
  await stage.api.patch(`/records/company/${id}`, { name: '泓远精密' })
  await page.getByRole('heading', { level: 1, name: '泓远精密', exact: true }).waitFor()
})

test('a related record is made in place, pointing here', async () => {
  const { t } = stage
  await visit(`/o/company/${id}`)
  const contacts = page.getByRole('complementary').getByRole('region', { name: '联系人' })
  await contacts.getByRole('button', { name: t('records.newRecord', { object: '联系人' }) }).click()
  const dialog = page.getByRole('dialog', { name: t('records.newRecord', { object: '联系人' }) })
  await dialog.getByLabel(/^姓名/).fill('林知夏')
  await dialog.getByRole('button', { name: t('records.save') }).click()
  await gone(dialog)
  await contacts.getByRole('link', { name: '林知夏' }).waitFor()
  const { data } = await stage.api.get<{ data: Record<string, unknown>[] }>('/records/contact')
  expect(data).toMatchObject([{ name: '林知夏', companyId: id }])
})

test('name and owner are changed where they stand', async () => {
  const { t } = stage
  const made = await stage.api.post<{ data: { id: string }[] }>('/records/company', [
    { name: '旧名', ownerId: null },
  ])
  const own = made.data[0]?.id ?? ''
  await visit(`/o/company/${own}`)
  await page.getByRole('heading', { level: 1, name: '旧名' }).click()
  const title = page.getByRole('textbox', { name: '客户名称', exact: true })
  await title.fill('新名')
  await title.press('Enter')
  await page.getByRole('heading', { level: 1, name: '新名' }).waitFor()
  await page.getByRole('button', { name: new RegExp(t('activity.changeOwner')) }).click()
  await choose(page, page.getByRole('combobox', { name: '负责人', exact: true }), 'wf', '王芳')
  await page.getByRole('button', { name: new RegExp(`${t('activity.changeOwner')}.*王芳`) }).waitFor()
  await until(
    async () => (await stage.api.get<{ data: Record<string, unknown> }>(`/records/company/${own}`)).data,
  ).toMatchObject({ name: '新名', ownerId: expect.any(String) })
})

test('the greatest open deal of a company stands above, and is moved on from there', async () => {
  const { t } = stage
  const made = await stage.api.post<{ data: { id: string }[] }>('/records/deal', [
    { name: '备件', amount: '100', companyId: id },
    { name: '三期扩容', amount: '2900000', companyId: id },
  ])
  const deal = made.data[1]?.id ?? ''
  await visit(`/o/company/${id}`)
  const main = page.getByRole('main')
  await main
    .getByRole('link', { name: /三期扩容/ })
    .first()
    .waitFor()
  const figure = main.getByRole('link', { name: /290/ }).first()
  await figure.waitFor()
  await page.getByRole('button', { name: t('activity.advanceTo', { stage: '需求确认' }) }).click()
  await page.getByRole('button', { name: t('activity.advanceTo', { stage: '方案报价' }) }).waitFor()
  const timeline = page.getByRole('region', { name: t('activity.timeline'), exact: true })
  const entry = timeline.getByRole('listitem').filter({ hasText: '推进' })
  await entry
    .getByRole('img', { name: t('records.became') })
    .first()
    .waitFor()
  expect(await entry.textContent()).toMatch(/王芳推进三期扩容.*初步接触.*需求确认/)
  await until(
    async () =>
      (await stage.api.get<{ data: Record<string, unknown> }>(`/records/deal/${deal}`)).data.probability,
  ).toBe(25)
})

test('a second record begins as the first, without what must be its own', async () => {
  const { t } = stage
  await visit(`/o/company/${id}`)
  await page
    .getByRole('button', { name: t('design.more'), exact: true })
    .first()
    .click()
  await page.getByRole('menuitem', { name: t('activity.duplicate') }).click()
  const dialog = page.getByRole('dialog')
  expect(await dialog.getByLabel(/^客户名称/).inputValue()).toBe(t('activity.copyOf', { name: '泓远精密' }))
  expect(await dialog.getByLabel('客户编号').inputValue()).toBe('')
  await page.keyboard.press('Escape')
  await gone(dialog)
})

test('a deleted record is gone from the list, and undo brings it back', async () => {
  const { t } = stage
  await visit(`/o/company/${id}`)
  await page
    .getByRole('button', { name: t('design.more'), exact: true })
    .first()
    .click()
  await page.getByRole('menuitem', { name: t('records.delete') }).click()
  await see(page.getByRole('status'), t('records.deletedOne', { name: '泓远精密' }))
  const row = page.getByRole('row').filter({ hasText: '泓远精密' })
  await gone(row)
  await expect(stored()).rejects.toThrow(/404/)
  const elsewhere = await stage.open(`/o/company/${id}`)
  await see(elsewhere, t('activity.deletedTitle', { name: '泓远精密' }))
  await elsewhere.getByRole('button', { name: t('records.restore') }).waitFor()
  await elsewhere.context().close()
  await page.getByRole('button', { name: t('design.undo') }).click()
  await row.waitFor()
  expect((await stored()).name).toBe('泓远精密')
  expect(stage.uncaught).toEqual([])
})

test('on a phone a field is edited in its place', async () => {
  const phone = await stage.open(`/o/company/${id}`, { viewport: 'phone' })
  await phone.getByRole('tab', { name: stage.t('records.details') }).click()
  await phone.getByRole('main').getByText('C-1', { exact: true }).first().click()
  const code = phone.getByRole('textbox', { name: '客户编号' })
  await code.fill('C-9')
  await code.press('Enter')
  await until(async () => (await stored()).code).toBe('C-9')
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await phone.context().close()
})
