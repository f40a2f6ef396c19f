import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gone, see, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'
import { pressTimes } from './support/table.ts'

let stage: Stage
let t: Stage['t']
let page: Page
let pool: string
const ids: string[] = []

/** More than a list asks for at once. */
const count = 130
const nameOf = (place: number): string => `客户${String(place).padStart(3, '0')}`
const idOf = (place: number): string => ids[place - 1] ?? ''

beforeAll(async () => {
  stage = await setStage()
  t = stage.t
  const companies = Array.from({ length: count }, (_, index) => ({ name: nameOf(index + 1), ownerId: null }))
  const { data } = await stage.api.post<{ data: { id: string }[] }>('/records/company', companies)
  ids.push(...data.map(({ id }) => id))
  const made = await stage.api.post<{ data: { id: string } }>('/pools', {
    object: 'company',
    name: '老客户公海',
    fields: ['industry', 'annualRevenue'],
    members: [{ kind: 'everybody' }],
  })
  pool = `/pools/${made.data.id}`
  page = await stage.open()
})
afterAll(() => stage.close())

const table = () => page.getByRole('table', { name: '老客户公海' })
const panel = (place: number) =>
  page.getByRole('complementary', { name: t('table.previewOf', { name: nameOf(place) }) })
const open = async (query = '') => {
  await page.goto(`${stage.kith.address}${pool}?sort=name${query}`)
  await table().getByRole('link').first().waitFor()
}
/** From another page, by the navigation. */
const enter = async () => {
  await page.goto(`${stage.kith.address}/home`)
  const navigation = page.getByRole('navigation', { name: t('shell.navigation') })
  await navigation.getByRole('link', { name: '老客户公海' }).click()
  await table().getByRole('rowheader').first().waitFor()
}
const focused = () => page.evaluate(() => document.activeElement?.textContent)
const step = (to: 'next' | 'previous') => page.getByRole('button', { name: t(`records.${to}`), exact: true })

/** Pixels of a record's row that are out of view or beneath the names of the columns; undefined where it is not drawn. */
const hidden = (place: number) =>
  page.evaluate((id) => {
    const scroller = document.querySelector('main [role=table]')
    const row = scroller?.querySelector(`[data-record="${id}"]`)?.closest('[role=row]')
    const head = scroller?.querySelector('[role=columnheader]')
    if (scroller == null || row == null || head == null) return undefined
    const [box, line] = [scroller.getBoundingClientRect(), row.getBoundingClientRect()]
    const [top, bottom] = [head.getBoundingClientRect().bottom, box.top + scroller.clientHeight]
    return Math.round(Math.max(0, top - line.top, line.bottom - bottom))
  }, idOf(place))

test('the way back leads from every record to the list, and from the list to where one came from', async () => {
  await enter()
  const list = page.url()
  const links = table().locator('[data-record]')
  const [first = '', second = '', third = ''] = await links.allInnerTexts()
  const shown = (name: string) =>
    page.getByRole('complementary', { name: t('table.previewOf', { name }) }).waitFor()
  await links.nth(0).click()
  await shown(first)
  await links.nth(1).click()
  await shown(second)
  await step('next').click()
  await shown(third)
  await page.goBack()
  await until(async () => page.url()).toBe(list)
  await until(focused).toBe(third)
  await page.goBack()
  await until(async () => page.url()).toContain('/home')

  await enter()
  for (const close of ['Escape', 'button'] as const) {
    await links.nth(0).click()
    await shown(first)
    await step('next').click()
    await shown(second)
    if (close === 'Escape') await pressTimes(page, 'Escape', 2)
    else await page.getByRole('button', { name: t('design.close') }).click()
    await until(async () => page.url()).toBe(list)
    await until(focused).toBe(second)
  }
  await page.goBack()
  await until(async () => page.url()).toContain('/home')
})

test('what was sorted beside an open record stays so when it is closed', async () => {
  await open()
  await table()
    .getByRole('link', { name: nameOf(2) })
    .click()
  await panel(2).waitFor()
  await table().getByRole('columnheader').first().getByRole('button').click()
  await until(async () => page.url()).toContain('sort=-name')
  await table()
    .getByRole('link', { name: nameOf(count) })
    .waitFor()
  await page.keyboard.press('Escape')
  await gone(panel(2))
  expect(page.url()).toContain('sort=-name')
})

test('whoever came by an address is led to the list by closing, as far as it stands', async () => {
  await open(`&record=${idOf(count)}`)
  await panel(count).waitFor()
  await page.getByRole('button', { name: t('design.close') }).click()
  await gone(panel(count))
  expect(page.url()).not.toContain('record=')
  expect(await table().evaluate((element) => element === document.activeElement)).toBe(true)
})

test('a record that is not given for a while is asked for again, and is not said to be gone', async () => {
  const one = `**/api/v1${pool}/records/${idOf(count)}**`
  const problem = { code: 'too_many_requests', status: 429, detail: '请求过于频繁' }
  await page.route(one, (route) =>
    route.fulfill({ status: 429, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
  )
  await open(`&record=${idOf(count)}`)
  const aside = page.getByRole('complementary').filter({ has: step('next') })
  await see(aside, problem.detail)
  expect(await aside.getByText(t('pools.recordMissing')).count()).toBe(0)
  await page.unroute(one)
  await aside.getByRole('button', { name: t('design.retry') }).click()
  await panel(count).waitFor()
})

test('in English the names of its fields have their room', async () => {
  const english = await stage.open(`${pool}?record=${idOf(1)}`, { locale: 'en' })
  await english.evaluate(() => localStorage.setItem('kith.language', 'en'))
  await english.reload()
  const label = english.locator('dt', { hasText: 'Annual revenue' })
  await label.waitFor()
  expect(await label.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
})

test('one steps on beyond what was loaded, the list goes along, and the focus ends where one closed', async () => {
  await open(`&record=${idOf(99)}`)
  await panel(99).waitFor()
  await until(() => hidden(99)).toBe(0)
  for (const place of [100, 101, 102]) {
    // The one after the hundredth may still be on its way.
    await table()
      .getByRole('link', { name: nameOf(place) })
      .waitFor()
    await step('next').click()
    await panel(place).waitFor()
    await until(() => hidden(place)).toBe(0)
  }
  await table().evaluate((element) => element.scrollTo(0, element.scrollHeight))
  await table()
    .getByRole('link', { name: nameOf(count - 1) })
    .click()
  await panel(count - 1).waitFor()
  // As often as one likes: there is none after it.
  await until(async () => {
    await page.keyboard.press('j')
    return panel(count).isVisible()
  }).toBe(true)
  await step('previous').click()
  await panel(count - 1).waitFor()
  await step('next').click()
  await panel(count).waitFor()
  expect(await step('next').isDisabled()).toBe(true)
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    t('records.next'),
  )
  await page.keyboard.press('Escape')
  await gone(panel(count))
  await until(focused).toBe(nameOf(count))
  await until(() => hidden(count)).toBe(0)
})

test('the row that the arrows lead to is in view as a whole, and keeps the focus wherever the rest is scrolled to', async () => {
  await open()
  await table().focus()
  await pressTimes(page, 'ArrowDown', 2)
  await until(focused).toBe(nameOf(2))
  await table()
    .getByRole('link', { name: nameOf(15) })
    .focus()
  await pressTimes(page, 'ArrowDown', 15)
  await until(focused).toBe(nameOf(30))
  await until(() => hidden(30)).toBe(0)
  await table().evaluate((element) => element.scrollTo(0, 3_000))
  await table()
    .getByRole('link', { name: nameOf(90) })
    .waitFor()
  await gone(table().getByRole('link', { name: nameOf(15) }))
  expect(await focused()).toBe(nameOf(30))
  await page.keyboard.press('ArrowUp')
  await until(focused).toBe(nameOf(29))
  await until(() => hidden(29)).toBe(0)
})

test('no page failed', () => {
  expect(stage.uncaught).toEqual([])
})

test('from the search the arrow leads to what it found', async () => {
  await open()
  await page.getByRole('button', { name: t('records.searchList') }).click()
  await page.keyboard.type(nameOf(101))
  await until(() => table().getByRole('rowheader').count()).toBe(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await until(focused).toBe(nameOf(101))
})
