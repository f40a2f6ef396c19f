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
  }))
  const { data } = await stage.api.post<{ data: { id: string }[] }>('/records/company', companies)
  ids.push(...data.map(({ id }) => id))
  page = await stage.open()
})
afterAll(() => stage.close())

const title = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
const scrolled = () => page.getByRole('grid').evaluate((grid) => grid.scrollTop)

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
