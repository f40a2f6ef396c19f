import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { labelled, see, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'

let stage: Stage
let context: BrowserContext
let page: Page

beforeAll(async () => {
  stage = await setStage({ founded: false })
  context = await stage.context()
  page = await context.newPage()
})
afterAll(() => stage.close())

const password = '一个足够长的密码'

test('a fresh server leads to the welcome page, which refuses what is missing', async () => {
  const { t } = stage
  await page.goto(`${stage.kith.address}/o/deal`)
  await page.waitForURL('**/welcome')
  await page.getByRole('button', { name: t('auth.createWorkspace') }).click()
  await see(page, t('auth.missing', { field: t('auth.workspaceName') }))
  await see(page, t('auth.missing', { field: t('auth.name') }))
  await page.getByLabel(t('auth.identifier')).fill('不是邮箱')
  await see(page, t('auth.invalidIdentifier'))
})

test('the workspace is made and full of sample data', async () => {
  const { t } = stage
  await page.getByLabel(t('auth.workspaceName')).fill('青屿科技')
  // Place and money are those of the browser.
  const chosen = (label: string) => page.getByRole('combobox', { name: label }).inputValue()
  expect(await chosen(t('auth.timeZone'))).toMatch(/上海|Shanghai/)
  expect(await chosen(t('auth.currency'))).toMatch(/人民币|CNY/)
  await labelled(page, t('auth.name')).fill('林知夏')
  await page.getByLabel(t('auth.identifier')).fill('13800138000')
  await labelled(page, t('auth.password')).fill(password)
  expect(await page.getByRole('switch', { name: t('auth.demoData') }).isChecked()).toBe(true)
  await page.getByRole('button', { name: t('auth.createWorkspace') }).click()
  await page.waitForURL('**/home')
  await page
    .getByRole('navigation', { name: t('shell.navigation') })
    .getByText('林知夏')
    .waitFor()
  await page.getByRole('link', { name: '客户', exact: true }).click()
  // They arrive while the list is open: news of them comes by itself.
  await page.getByRole('heading', { level: 1, name: '客户' }).waitFor()
  await see(page.locator('header'), '150')
  await see(page, '盛汇储能科技')
  await until(() => page.getByRole('row').count()).toBeGreaterThan(15)
})

test('on the next visit one signs in; a wrong password says so', async () => {
  const { t } = stage
  const other = await (await stage.context()).newPage()
  await other.goto(`${stage.kith.address}/welcome`)
  await other.waitForURL('**/sign-in')
  await other.getByLabel(t('auth.identifier')).fill('13800138000')
  await labelled(other, t('auth.password')).fill('falsch')
  await other.getByRole('button', { name: t('auth.signIn'), exact: true }).click()
  await other.getByRole('alert').waitFor()
  expect(await other.getByRole('alert').textContent()).toMatch(/密码/)
  expect(await other.getByLabel(t('auth.identifier')).inputValue()).toBe('13800138000')
  await other.context().close()
})

test('after signing out the mobile number signs in again, to the page that was asked for', async () => {
  const { t } = stage
  await page.getByRole('button', { name: /林知夏/ }).click()
  await page.getByRole('menuitem', { name: t('shell.signOut') }).click()
  await page.waitForURL('**/sign-in*')
  await page.goto(`${stage.kith.address}/o/contact?sort=-name`)
  await page.waitForURL('**/sign-in?from=*')
  await page.getByLabel(t('auth.identifier')).fill('+86 138 0013 8000')
  await labelled(page, t('auth.password')).fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/o/contact?sort=-name')
  await page.getByRole('grid', { name: '联系人' }).waitFor()
  expect(stage.uncaught).toEqual([])
})
