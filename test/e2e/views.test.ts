import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signIn } from './support/member.ts'
import { gone, see, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'

let stage: Stage
let page: Page
/** Of a colleague, who is no administrator. */
let theirs: Page

const other = {
  name: '林知夏',
  email: 'lin.zhixia@example.com',
  password: 'ein anderes langes Wort',
} as const
const sizes = [20, 300, 80, 1_200]

beforeAll(async () => {
  stage = await setStage()
  const { api, kith } = stage
  await api.post(
    '/records/company',
    sizes.map((numberOfEmployees, index) => ({
      name: `客户${index + 1}`,
      industry: index % 2 === 0 ? 'retail' : 'manufacturing',
      numberOfEmployees,
    })),
  )
  await api.post('/auth/members', { ...other, role: 'member' })
  page = await stage.open('/o/company')
  const context = await stage.context()
  await signIn(context, kith, other.email, other.password)
  theirs = await context.newPage()
  await page.getByRole('rowheader').first().waitFor()
})
afterAll(() => stage.close())

const parameters = (of = page) => new URL(of.url()).searchParams
const tab = (name: string, of = page) =>
  of.getByRole('navigation', { name: stage.t('views.tabs') }).getByRole('link', { name: new RegExp(name) })
const firstName = (of = page) => of.getByRole('rowheader').first().getByRole('link').first().textContent()
const button = (name: string, of: Page = page) => of.getByRole('button', { name, exact: true })
const menuItem = (name: string) => page.getByRole('menuitem', { name })

test('a view is made, changed, reverted and saved', async () => {
  const { t } = stage
  await button(t('views.new')).click()
  const dialog = page.getByRole('dialog', { name: t('views.new') })
  await dialog.getByRole('textbox', { name: t('views.name') }).fill('重点跟进')
  await dialog.getByRole('button', { name: t('views.create') }).click()
  await until(() => tab('重点跟进').getAttribute('aria-current')).toBe('page')
  const id = parameters().get('view')
  expect(id).not.toBeNull()

  await button(t('records.sort')).click()
  await button(t('views.addSort')).click()
  await until(async () => parameters().get('sort')).not.toBeNull()
  await page.keyboard.press('Escape')
  await see(page, t('views.changed'))
  await button(t('views.revert')).click()
  await until(async () => parameters().get('sort')).toBeNull()
  expect(parameters().get('view')).toBe(id)

  await page.goto(`${stage.kith.address}/o/company?view=${id}&sort=-numberOfEmployees`)
  await until(() => firstName()).toBe('客户4')
  await page.keyboard.press('Control+s')
  await gone(page.getByText(t('views.changed')))
  await until(async () => parameters().get('sort')).toBeNull()
  await page.reload()
  await until(() => firstName()).toBe('客户4')
})

test('choosing a view is a step that back takes back; adjusting one is none', async () => {
  const { t } = stage
  await tab(t('views.all', { objects: '客户' })).click()
  await until(async () => parameters().get('view')).toBeNull()
  await button(t('views.group')).click()
  await page.getByRole('menuitemradio', { name: '行业' }).click()
  await until(async () => parameters().get('group')).toBe('industry')
  await tab('重点跟进').click()
  await until(async () => parameters().get('view')).not.toBeNull()
  await page.goBack()
  await until(async () => parameters().get('group')).toBe('industry')
  await page.goBack()
  await until(async () => parameters().get('view')).not.toBeNull()
  await until(() => firstName()).toBe('客户4')
})

test('a shared view is seen at once by a colleague, who can save it as their own', async () => {
  const { t, kith } = stage
  await theirs.goto(`${kith.address}/o/company`)
  await theirs.getByRole('rowheader').first().waitFor()
  expect(await tab('重点跟进', theirs).count()).toBe(0)
  await button(t('views.menu')).click()
  await menuItem(t('views.share')).click()
  await tab('重点跟进', theirs).waitFor()
  await tab('重点跟进', theirs).click()
  await until(() => firstName(theirs)).toBe('客户4')
  await theirs.goto(`${theirs.url()}&filter=numberOfEmployees > 500`)
  await see(theirs, t('views.changed'))
  expect(await button(t('views.save'), theirs).count()).toBe(0)
  await button(t('views.saveAs'), theirs).click()
  const dialog = theirs.getByRole('dialog', { name: t('views.saveAs') })
  await dialog.getByRole('textbox', { name: t('views.name') }).fill('大客户')
  await dialog.getByRole('textbox', { name: t('views.name') }).press('Enter')
  await until(() => tab('大客户', theirs).getAttribute('aria-current')).toBe('page')
  expect(parameters(theirs).get('filter')).toBeNull()
  expect(await tab('大客户').count()).toBe(0)
})

test('tabs are moved by keys; a deleted view comes back with an undo', async () => {
  const { t } = stage
  const names = () =>
    page
      .getByRole('navigation', { name: t('views.tabs') })
      .getByRole('link')
      .allTextContents()
  const before = await names()
  await tab('重点跟进').focus()
  await page.keyboard.press('Alt+ArrowLeft')
  await until(names).not.toEqual(before)
  await button(t('views.menu')).click()
  await menuItem(t('views.delete')).click()
  await until(() => tab('重点跟进').count()).toBe(0)
  await until(async () => parameters().get('view')).toBeNull()
  await page.getByRole('button', { name: t('design.undo') }).click()
  await until(() => tab('重点跟进').getAttribute('aria-current')).toBe('page')
  await until(() => firstName()).toBe('客户4')
})

test('a view that is not there says so and the plain list is shown', async () => {
  const { t } = stage
  await page.goto(`${stage.kith.address}/o/company?view=01a2000c-0000-7000-8000-000000000000`)
  await see(page, t('views.missing'))
  await page.getByRole('rowheader').first().waitFor()
  await button(t('views.showAll', { view: t('views.all', { objects: '客户' }) })).click()
  await gone(page.getByText(t('views.missing')))
})

test('an expression is completed by keys, mended by Tab, and read in words', async () => {
  const { t } = stage
  await page.goto(`${stage.kith.address}/o/company`)
  await page.getByRole('rowheader').first().waitFor()
  await page.keyboard.press('f')
  await button(t('records.expression')).click()
  const text = page.getByRole('textbox', { name: t('records.expression') })
  await text.pressSequentially('行')
  await page.getByRole('option', { name: /^行业/ }).waitFor()
  await page.keyboard.press('Tab')
  await until(() => text.inputValue()).toBe('行业')
  await text.pressSequentially(' = “零')
  await page.getByRole('option', { name: /零售/ }).waitFor()
  await page.keyboard.press('Enter')
  await until(() => text.inputValue()).toBe('行业 = “零售”')
  await page.keyboard.press('Enter')
  await until(async () => parameters().get('filter')).toBe('industry in ("retail")')
  await until(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe('3')
  await until(() => text.inputValue()).toBe('行业 属于 ("零售")')
  await text.fill('numberOfEmployes > 100 ')
  await see(page, t('views.mend', { word: '员工人数' }))
  await page.keyboard.press('Tab')
  await until(() => text.inputValue()).toBe('员工人数 > 100 ')
  await page.keyboard.press('Escape')
})

test('where nothing matches it is told which condition to loosen', async () => {
  const { t } = stage
  const filter = 'industry in ("retail") and numberOfEmployees > 100'
  await page.goto(`${stage.kith.address}/o/company?filter=${encodeURIComponent(filter)}`)
  await see(page, t('views.loosenWhich'))
  await page.getByRole('button', { name: /^去掉员工/ }).click()
  await until(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe('3')
  expect(stage.uncaught).toEqual([])
})
