import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gone, see, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'

let stage: Stage
let page: Page

const rows = 5_000
/** The number stands in the name, so that a gap shows. */
const nameOf = (index: number) => `公司${String(index).padStart(5, '0')}`

beforeAll(async () => {
  stage = await setStage()
  const industries = ['manufacturing', 'retail']
  const companies = Array.from({ length: rows }, (_, index) => ({
    name: nameOf(index + 1),
    numberOfEmployees: (index * 7) % 997,
    industry: industries[index % 2],
  }))
  await stage.api.post('/records/company', companies)
  await stage.api.post('/records/company', [{ name: '华为技术' }, { name: '宏远精密' }])
  page = await stage.open()
})
afterAll(() => stage.close())

/** Opens a list and waits for its rows: before that a key has nobody to hear it. */
const visit = async (path: string) => {
  await page.goto(`${stage.kith.address}${path}`)
  await page.getByRole('rowheader').first().waitFor()
}
const grid = () => page.getByRole('grid')
const firstRow = () => page.locator('[aria-rowindex="2"]')
const titleOfFirst = () => firstRow().getByRole('rowheader').getByRole('link').first().textContent()
const address = () => new URL(page.url()).searchParams
const count = (text: string) =>
  page.getByRole('banner').or(page.locator('header')).getByText(text, { exact: true }).first().waitFor()
/** Rows that the grid has in all, its head among them. */
const found = (lines: number) => until(() => grid().getAttribute('aria-rowcount')).toBe(String(lines))

test('five thousand rows are reached by scrolling, without a gap', { timeout: 180_000 }, async () => {
  await visit('/o/company?sort=name&filter=startsWith(name, "公司")')
  await found(rows + 1)
  await grid().focus()
  // Scrolls on as soon as each row that came into view has its record.
  const seen = await grid().evaluate(async (element, wanted) => {
    const names = new Set<string>()
    const deadline = performance.now() + 150_000
    while (names.size < wanted && performance.now() < deadline) {
      const before = names.size
      let last = 0
      for (const link of element.querySelectorAll('[role=rowheader] a[title]')) {
        names.add(link.getAttribute('title') ?? '')
        last = Math.max(last, Number(link.closest('[role=row]')?.getAttribute('aria-rowindex')))
      }
      // The last row that is drawn becomes the first in view.
      if (names.size > before) element.scrollTop = (last - 2) * 36
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
    return [...names]
  }, rows)
  expect(seen.toSorted()).toEqual(Array.from({ length: rows }, (_, index) => nameOf(index + 1)))
  // Only what is in view is drawn.
  expect(await page.getByRole('row').count()).toBeLessThan(80)
  expect(await grid().getAttribute('aria-rowcount')).toBe(String(rows + 1))
})

test('a click on a head sorts, the next turns it round; the address keeps it', async () => {
  await visit('/o/company')
  const head = page.getByRole('columnheader', { name: '客户名称' })
  // Beside it is the button of the column's menu.
  const sorts = head.getByRole('button').first()
  await sorts.click()
  await until(() => head.getAttribute('aria-sort')).toBe('ascending')
  await until(titleOfFirst).toBe(nameOf(1))
  await sorts.click()
  await until(() => head.getAttribute('aria-sort')).toBe('descending')
  await until(titleOfFirst).toBe('华为技术')
  expect(address().get('sort')).toBe('-name')
  await page.reload()
  await until(titleOfFirst).toBe('华为技术')
})

test('pinyin initials find; what finds nothing says so and offers the way back', async () => {
  await visit('/o/company')
  await page.keyboard.press('/')
  await page.keyboard.type('hwjs')
  await until(async () => address().get('search')).toBe('hwjs')
  await until(titleOfFirst).toBe('华为技术')
  await page.keyboard.type('xyz')
  await see(page, stage.t('records.nothingFound', { text: 'hwjsxyz' }))
  await page.getByRole('button', { name: stage.t('records.clearSearch') }).click()
  await count('5,002')
})

test('a chip filters by the type of its field; without it all are back', async () => {
  const { t } = stage
  await visit('/o/company')
  await page.getByRole('button', { name: t('records.filter'), exact: true }).click()
  await page.getByRole('button', { name: t('records.addCondition'), exact: true }).click()
  const field = page.getByRole('combobox', { name: t('records.field') })
  await field.click()
  await field.fill('员工')
  await page.getByRole('option', { name: /员工/ }).first().click()
  const value = page.getByRole('textbox', { name: /员工/ })
  await value.fill('990')
  await value.press('Enter')
  await until(async () => address().get('filter')).toMatch(/numberOfEmployees\s*>\s*990/)
  const { count: expected } = await stage.api.get<{ count: number }>(
    `/records/company?limit=1&count=exact&filter=${encodeURIComponent('numberOfEmployees > 990')}`,
  )
  await found(expected + 1)
  await page.getByRole('button', { name: new RegExp(t('design.remove', { name: '员工' })) }).click()
  await found(rows + 2 + 1)
  expect(address().get('filter')).toBeNull()
})

test('a mistake in an expression is shown at its place; corrected it filters', async () => {
  const { t } = stage
  await visit('/o/company')
  await page.keyboard.press('f')
  await page.getByRole('button', { name: t('records.expression'), exact: true }).click()
  const text = page.getByRole('textbox', { name: t('records.expression') })
  await text.fill('客户名称 = “华为技术” 且 员工人数x > 5')
  const told = page
    .locator(`[id="${await text.getAttribute('aria-describedby')}"]`)
    .or(page.locator('[aria-live=polite]'))
  await told
    .getByText(/员工人数/)
    .first()
    .waitFor()
  await text.press('Enter')
  expect(address().get('filter')).toBeNull()
  await text.fill('客户名称 = “华为技术”')
  await text.press('Enter')
  await until(async () => address().get('filter')).toMatch(/name\s*=\s*"华为技术"/)
  await found(2)
})

test('keys move, select, open and come back', async () => {
  await visit('/o/company?sort=name')
  await until(titleOfFirst).toBe(nameOf(1))
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await page.keyboard.press('x')
  await until(() => firstRow().getAttribute('aria-selected')).toBe('true')
  await see(page, stage.t('records.selected', { count: 1 }))
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: nameOf(2) }).waitFor()
  await page.goBack()
  await until(titleOfFirst).toBe(nameOf(1))
  expect(address().get('sort')).toBe('name')
  await page.goForward()
  await page.getByRole('heading', { level: 1, name: nameOf(2) }).waitFor()
  await page.keyboard.press('Escape')
  await until(titleOfFirst).toBe(nameOf(1))
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: stage.t('shell.keys') }).waitFor()
  await page.keyboard.press('Escape')
  await gone(page.getByRole('dialog'))
  await page.keyboard.press('c')
  await page.waitForURL('**/o/company/new')
})

test('the keys of a context menu open that of the row, which stays and is worked by keys', async () => {
  await visit('/o/company?sort=name')
  await until(titleOfFirst).toBe(nameOf(1))
  const menu = page.getByRole('menu', { name: stage.t('table.rowMenuOf', { name: nameOf(2) }) })
  const lines = menu.getByRole('menuitem')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  const focused = () => lines.evaluateAll((all) => all.findIndex((line) => line.matches(':focus')))
  for (const key of ['Shift+F10', 'ContextMenu']) {
    await page.keyboard.press(key)
    await until(focused).toBe(0)
    await page.keyboard.press('ArrowDown')
    await until(focused).toBe(1)
    await page.keyboard.press('Escape')
    await gone(menu)
  }
  await page.keyboard.press('Shift+F10')
  await lines.filter({ hasText: stage.t('table.select') }).press('Enter')
  await see(page, stage.t('records.selected', { count: 1 }))
  await gone(menu)
  await page.keyboard.press('j')
  await until(() => page.locator('[role=row][data-current]').getAttribute('data-line')).toBe('2')
})

test('the palette finds records by initials and goes anywhere', async () => {
  const { t } = stage
  await visit('/o/company')
  await titleOfFirst()
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: t('shell.searchOrJump') })
  await field.fill('hyjm')
  await page.getByRole('option', { name: /宏远精密/ }).waitFor()
  await field.press('Enter')
  await page.getByRole('heading', { level: 1, name: '宏远精密' }).waitFor()
  await page.keyboard.press('Control+k')
  await field.fill('设置')
  await page.getByRole('option', { name: '设置' }).first().waitFor()
  await field.press('Enter')
  await page.waitForURL('**/settings/workspace')
})

test('an object without records teaches what to do', async () => {
  await page.goto(`${stage.kith.address}/o/lead`)
  await see(page, stage.t('records.nothingYet', { object: '线索' }))
  await page
    .getByRole('main')
    .getByRole('link', { name: stage.t('records.newRecord', { object: '线索' }) })
    .last()
    .click()
  await page.waitForURL('**/o/lead/new')
})

test('on a phone records are cards, and the filter a sheet that counts', async () => {
  const phone = await stage.open('/o/company?sort=name', { viewport: 'phone' })
  const { t } = stage
  await phone
    .getByRole('listitem')
    .filter({ hasText: nameOf(1) })
    .waitFor()
  await phone.getByRole('button', { name: t('records.filter'), exact: true }).click()
  await phone.getByRole('button', { name: t('views.moreConditions') }).click()
  await phone.getByRole('button', { name: t('records.addCondition'), exact: true }).click()
  const value = phone.getByRole('dialog').getByRole('textbox').last()
  await value.fill('华为')
  await phone.getByRole('button', { name: t('views.showMatching', { count: '1', object: '客户' }) }).click()
  await phone.getByRole('listitem').filter({ hasText: '华为技术' }).waitFor()
  // Nothing is wider than the screen.
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  expect(stage.uncaught).toEqual([])
  await phone.context().close()
})
