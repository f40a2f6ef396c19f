import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gone, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'
import { openTable, pressTimes } from './support/table.ts'

let stage: Stage
let page: Page
const ids: string[] = []

beforeAll(async () => {
  stage = await setStage()
  const companies = Array.from({ length: 150 }, (_, index) => ({
    name: `公司${String(index + 1).padStart(3, '0')}`,
    level: index < 30 ? 'S' : 'A',
  }))
  const { data } = await stage.api.post<{ data: { id: string }[] }>('/records/company', companies)
  ids.push(...data.map(({ id }) => id))
  const later = new Date()
  later.setMonth(later.getMonth() + 3, 15)
  await stage.api.post('/records/task', { subject: '三月后回访', dueAt: later.toISOString() })
  page = await stage.open()
})
afterAll(() => stage.close())

const title = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
const grid = () => page.locator('[role$=grid]')
const scrolled = () => grid().evaluate(({ scrollTop }) => scrollTop)

test('from a list to a record and back: it lies where it lay', async () => {
  await openTable(page, `${stage.kith.address}/o/company?sort=name`)
  await pressTimes(page, 'j', 100)
  await page.keyboard.press('j')
  const at = await scrolled()
  expect(at).toBeGreaterThan(0)
  await page.keyboard.press('Enter')
  await title('公司101')
  await page.goBack()
  await page.getByRole('rowheader', { name: '公司101' }).waitFor()
  await until(scrolled).toBe(at)
  await page.goForward()
  await title('公司101')
  await page.goBack()
  await until(scrolled).toBe(at)
})

/** What the keys and the bulk bar act on: the row of the cursor, and which are ticked. */
const chosen = () =>
  page.getByRole('grid').evaluate((grid) => {
    const title = (row: Element) => row.querySelector('[role=rowheader]')?.textContent?.match(/公司\d+/)?.[0]
    return {
      cursor: [...grid.querySelectorAll('[data-current]')].map(title),
      ticked: [...grid.querySelectorAll('[role=row][aria-selected=true]:has([role=rowheader])')].map(title),
    }
  })
const ways = {
  back: () => page.goBack(),
  breadcrumb: () => page.locator('header').getByRole('link', { name: '客户', exact: true }).click(),
} as const

for (const [way, back] of Object.entries(ways)) {
  test(`a list is worked on where it was left: its cursor, its ticked rows (${way})`, async () => {
    await openTable(page, `${stage.kith.address}/o/company?sort=name&kind=list`)
    await pressTimes(page, 'j', 40)
    await page.keyboard.press('x')
    await pressTimes(page, 'j', 2)
    await page.keyboard.press('x')
    const before = await chosen()
    expect(before).toEqual({ cursor: ['公司042'], ticked: ['公司040', '公司042'] })
    const at = await scrolled()
    await page.keyboard.press('Enter')
    await title('公司042')
    await back()
    await page.getByRole('rowheader', { name: '公司042' }).waitFor()
    await until(chosen).toEqual(before)
    await until(scrolled).toBe(at)
    await page.keyboard.press('j')
    await until(chosen).toMatchObject({ cursor: ['公司043'] })
    await page.keyboard.press('x')
    await until(async () => (await chosen()).ticked).toHaveLength(3)
  })

  test(`groups are as far open, and as long, as they were left (${way})`, async () => {
    await openTable(page, `${stage.kith.address}/o/company?sort=name&group=level`)
    const head = (name: string) => page.locator('[aria-expanded]').filter({ hasText: name })
    const folded = () => page.locator('[role=row][aria-expanded=false]').count()
    await head('S级').first().click()
    const closed = await folded()
    await grid().evaluate((element) => element.scrollTo(0, 2_000))
    const row = page.getByRole('rowheader', { name: /^公司0[67]/ }).first()
    await row.waitFor()
    const at = await scrolled()
    await row.getByRole('link').click()
    await page.getByRole('heading', { level: 1, name: /^公司0/ }).waitFor()
    await back()
    await until(scrolled).toBe(at)
    expect(await folded()).toBe(closed)
  })

  test(`a board lies where it lay, with the card under the keys and those that are ticked (${way})`, async () => {
    await page.goto(`${stage.kith.address}/o/company?kind=board&by=level`)
    const cards = page.locator('[data-card]')
    await cards.first().waitFor()
    await pressTimes(page, 'j', 12)
    await page.keyboard.press('x')
    await page.keyboard.press('j')
    const state = () =>
      page.evaluate(() => ({
        active: document.querySelector('[data-active]')?.getAttribute('data-card'),
        ticked: [...document.querySelectorAll('[data-selected]')].map((one) => one.getAttribute('data-card')),
        top: document.querySelector('[data-active]')?.closest('[data-scroller]')?.scrollTop,
        focused: document.activeElement?.getAttribute('data-card'),
      }))
    const before = await state()
    expect(before.ticked).toHaveLength(1)
    expect(before.top).toBeGreaterThan(0)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /^公司/ }).waitFor()
    await back()
    await cards.first().waitFor()
    await until(state).toEqual(before)
  })

  test(`a calendar shows the month that was left (${way})`, async () => {
    await page.goto(`${stage.kith.address}/o/task?kind=calendar`)
    const entry = page.locator('[data-entry]').filter({ hasText: '三月后回访' })
    await page.locator('[data-cell]').first().waitFor()
    for (let month = 0; month < 3; month++)
      await page.getByRole('button', { name: stage.t('calendar.later_month') }).click()
    await entry.click()
    await page
      .getByRole('dialog')
      .getByRole('link', { name: stage.t('records.open') })
      .click()
    await title('三月后回访')
    if (way === 'back') await page.goBack()
    else await page.locator('header').getByRole('link', { name: '任务', exact: true }).click()
    await entry.waitFor()
    await until(() => entry.evaluate((one) => one === document.activeElement)).toBe(true)
  })
}

test('from a record beside the list to its page, and back and forth', async () => {
  await openTable(page, `${stage.kith.address}/o/company?sort=name`)
  await pressTimes(page, 'j', 3)
  await page.keyboard.press('Space')
  const panel = page.getByRole('complementary').filter({ hasText: '公司003' })
  await panel.waitFor()
  await page.keyboard.press('Enter')
  await title('公司003')
  await page.goBack()
  await page.getByRole('rowheader', { name: '公司003' }).waitFor()
  await page.goForward()
  await title('公司003')
})

test('on the first page of a visit the way back closes a sheet, and not the app', async () => {
  const phone = await stage.open('/home', { viewport: 'phone' })
  await phone.goto(`${stage.kith.address}/o/company/${ids[0]}`)
  await phone.getByRole('tab', { name: stage.t('records.details') }).tap()
  const here = phone.url()
  const edit = phone.getByRole('button', { name: stage.t('records.editNamed', { name: '行业' }) }).first()
  const sheet = phone.getByRole('dialog', { name: '行业' })
  for (let times = 0; times < 2; times++) {
    await edit.tap()
    await sheet.waitFor()
    await phone.goBack()
    await gone(sheet)
    expect(phone.url()).toBe(here)
  }
  await edit.tap()
  await sheet.getByRole('button', { name: stage.t('design.close') }).tap()
  await gone(sheet)
  await edit.tap()
  await sheet.waitFor()
  await phone.goBack()
  await gone(sheet)
  expect(phone.url()).toBe(here)
  await phone.goBack()
  await phone.waitForURL(/home/)
  await phone.context().close()
})

test('no page threw an error', () => {
  expect(stage.uncaught).toEqual([])
})
