import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { see, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'
import { cellAt, openTable, pressTimes } from './support/table.ts'

let stage: Stage
let page: Page

const leads = 200
const nameOf = (index: number) => `线索${String(index).padStart(3, '0')}`
const list = (more = '') => `${stage.kith.address}/o/lead?sort=name&columns=name,status,interest${more}`

beforeAll(async () => {
  stage = await setStage()
  await stage.api.post(
    '/records/lead',
    Array.from({ length: leads }, (_, index) => ({ name: nameOf(index + 1), status: 'new' })),
  )
  page = await stage.open()
})
afterAll(() => stage.close())

const found = async (filter: string): Promise<number> => {
  const { count } = await stage.api.get<{ count: number }>(
    `/records/lead?limit=1&count=exact&filter=${encodeURIComponent(filter)}`,
  )
  return count
}

test('forty records are edited at once and taken back with one key', async () => {
  const { t } = stage
  await openTable(page, list())
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await pressTimes(page, 'Shift+ArrowDown', 39)
  await page.keyboard.press('Shift+Space')
  await see(page, t('records.selected', { count: 40 }))
  await page.keyboard.press('Home')
  await page.keyboard.press('e')
  const panel = page.getByRole('dialog', { name: t('table.editField') })
  await panel.getByLabel(t('table.chooseField')).first().fill('意向')
  await page.getByRole('option', { name: /意向/ }).click()
  await panel.getByRole('textbox', { name: t('table.newValue') }).fill('展会名单')
  await panel.getByRole('button', { name: t('table.apply') }).click()
  await until(() => found('interest = "展会名单"')).toBe(40)
  await see(page, t('table.editedField', { count: 40, field: '意向产品' }))
  await page.keyboard.press('z')
  await until(() => found('interest = "展会名单"')).toBe(0)
})

test('all that a filter finds is chosen and changed in one request', async () => {
  const { t } = stage
  await openTable(page, list())
  await page.keyboard.press('j')
  await page.keyboard.press('Control+a')
  await page.getByRole('button', { name: t('table.selectEverything', { count: leads }) }).click()
  await see(page, t('table.everythingSelected', { count: leads }))
  await page.getByRole('button', { name: t('table.editField') }).click()
  const panel = page.getByRole('dialog', { name: t('table.editField') })
  await panel.getByLabel(t('table.chooseField')).first().fill('意向')
  await page.getByRole('option', { name: /意向/ }).click()
  await panel.getByRole('textbox', { name: t('table.newValue') }).fill('年会')
  await panel.getByRole('button', { name: t('table.apply') }).click()
  await until(() => found('interest = "年会"')).toBe(leads)
  await see(page, t('table.editedField', { count: leads, field: '意向产品' }))
  await page.keyboard.press('Control+z')
  await until(() => found('interest = "年会"')).toBe(0)
})

test('words are added to all that a filter finds and taken back; what each bears besides stays', async () => {
  const { t } = stage
  const { data } = await stage.api.get<{ data: { id: string }[] }>('/records/lead?limit=1&sort=name')
  await stage.api.patch(`/records/lead/${data[0]?.id}`, { tags: ['老客户'] })
  await openTable(page, list())
  await page.keyboard.press('j')
  await page.keyboard.press('Control+a')
  await page.getByRole('button', { name: t('table.selectEverything', { count: leads }) }).click()
  await page.getByRole('button', { name: t('table.tags'), exact: true }).click()
  const panel = page.getByRole('dialog', { name: t('table.tags') })
  await panel.getByRole('combobox', { name: t('table.tags') }).fill('展会')
  await page.keyboard.press('Enter')
  // The words stay offered until nothing more is typed.
  await page.keyboard.press('Enter')
  await until(() => page.getByRole('option').count()).toBe(0)
  await panel.getByRole('button', { name: t('table.addTags') }).click()
  await until(() => found('tags in ("展会")')).toBe(leads)
  expect(await found('tags in ("老客户")')).toBe(1)
  await see(page, t('table.tagsAdded', { count: leads }))
  await page.keyboard.press('z')
  await until(() => found('tags in ("展会")')).toBe(0)
  expect(await found('tags in ("老客户")')).toBe(1)
})

test('a list of leads is worked through by keys: a state, and the next', { timeout: 180_000 }, async () => {
  const worked = 25
  await openTable(page, list())
  await page.keyboard.press('j')
  await page.keyboard.press('ArrowRight')
  for (let index = 0; index < worked; index++) {
    await page.keyboard.press('Enter')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.type('已联系')
    // The list holds nothing else by then: Enter takes what was typed.
    await until(() => page.getByRole('option').allInnerTexts()).toEqual(['已联系'])
    await page.keyboard.press('Enter')
    await until(() => cellAt(page, index + 1, 1).getAttribute('data-cursor')).toBe('true')
  }
  await until(() => found('status != "new"')).toBe(worked)
  // To the last of them all: its row is fetched as the cursor comes near.
  await until(async () => {
    await page.keyboard.press('Control+ArrowDown')
    return cellAt(page, leads - 1, 1)
      .getAttribute('data-cursor', { timeout: 1_000 })
      .catch(() => null)
  }).toBe('true')
  expect(stage.uncaught).toEqual([])
})

test('a record is peeked at from the list, beside it the next one', async () => {
  await openTable(page, list())
  await page.keyboard.press('j')
  await page.keyboard.press('Space')
  await page.getByRole('complementary', { name: stage.t('table.previewOf', { name: nameOf(1) }) }).waitFor()
  await page.keyboard.press('j')
  await page.getByRole('complementary', { name: stage.t('table.previewOf', { name: nameOf(2) }) }).waitFor()
  await page.keyboard.press('Escape')
  await until(() => page.getByRole('complementary', { name: /预览/ }).count()).toBe(0)
})

test('on a phone a card has a menu of what swiping does', async () => {
  const phone = await stage.open('/o/lead?sort=name', { viewport: 'phone' })
  const { t } = stage
  await phone.getByRole('button', { name: t('table.swipeActs', { name: nameOf(3) }) }).click()
  await phone.getByRole('menuitem', { name: t('table.select') }).click()
  await see(phone, t('records.selected', { count: 1 }))
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await phone.context().close()
})
