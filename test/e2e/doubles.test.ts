import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gone, labelled, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'

let stage: Stage
let t: Stage['t']
let page: Page
/** A company whose name and number are taken. */
const twin = { name: '西湖茶业', phone: '+862155557788' }
let company: string

beforeAll(async () => {
  stage = await setStage()
  t = stage.t
  const made = await stage.api.post<{ data: { id: string } }>('/records/company', twin)
  company = made.data.id
  await stage.api.post('/records/contact', { name: '林知夏', companyId: company })
  page = await stage.open()
})
afterAll(() => stage.close())

const visit = (path: string) => page.goto(`${stage.kith.address}${path}`)
const button = (on: Page | Locator, name: string) => on.getByRole('button', { name, exact: true })
const save = (on: Page | Locator = page) => on.getByRole('button', { name: t('records.save') })
const notice = () => page.getByRole('alert').filter({ hasText: t('records.doubles') })
const anyway = () => button(notice(), t('records.createAnyway'))
const countOf = async (object: string, name: string): Promise<number> => {
  const filter = encodeURIComponent(`name = "${name}"`)
  return (await stage.api.get<{ data: unknown[] }>(`/records/${object}?filter=${filter}`)).data.length
}
/** The notice has the focus and can be read. */
const leadsThere = () =>
  until(() =>
    anyway().evaluate((element) => {
      const { top, bottom } = element.closest('[role="alert"]')!.getBoundingClientRect()
      return element === document.activeElement && top >= 0 && bottom <= innerHeight
    }),
  ).toBe(true)
/** Looks for others wait until they are let go. */
const hold = async () => {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(/\/ownership$/, async (route) => {
    await held
    // Of a page that is gone nobody waits for it.
    await route.continue().catch(() => undefined)
  })
  return {
    asked: page.waitForRequest(/\/ownership$/),
    answer: async () => {
      const answered = page.waitForResponse(/\/ownership$/)
      letGo()
      await answered
      await page.unroute(/\/ownership$/)
    },
  }
}

test('what is found comes into view and is not overruled by saving once more, only by its own button', async () => {
  await visit('/o/company/new')
  await labelled(page, '客户名称').fill(twin.name)
  await labelled(page, '电话').fill(twin.phone)
  await page.locator('form textarea').last().focus()
  await page.keyboard.press('ControlOrMeta+Enter')
  await leadsThere()
  await page.keyboard.press('ControlOrMeta+Enter')
  await save().click()
  await leadsThere()
  // A double click means what it began with.
  await anyway().dispatchEvent('click', { detail: 2 })
  await leadsThere()
  expect(await countOf('company', twin.name)).toBe(1)

  // Each link says what it opens, and no more is said than is still true.
  for (const field of ['客户名称', '电话'])
    await notice()
      .getByRole('link', { name: t('records.openDouble', { field }), exact: true })
      .waitFor()
  await labelled(page, '电话').fill('+862155557799')
  await gone(notice())
  await save().click()
  await leadsThere()
  expect(await notice().getByRole('link').count()).toBe(1)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: twin.name }).waitFor()
  expect(await countOf('company', twin.name)).toBe(2)
})

test('on a board a held Enter does not overrule it', async () => {
  await visit('/o/company?kind=board&by=level')
  const add = new RegExp(`^${t('board.add', { column: '.+' })}$`)
  await page.getByRole('button', { name: add }).first().click()
  await page.getByRole('form', { name: add }).getByRole('textbox').fill(twin.name)
  const before = await countOf('company', twin.name)
  await page.keyboard.down('Enter')
  await leadsThere()
  await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await leadsThere()
  expect(await countOf('company', twin.name)).toBe(before)
  await page.keyboard.press('Enter')
  await gone(page.getByRole('form', { name: add }))
  expect(await countOf('company', twin.name)).toBe(before + 1)
})

test('a save that is cancelled while others like it are looked for makes nothing', async () => {
  await visit(`/o/company/${company}`)
  const contacts = page.getByRole('complementary').getByRole('region', { name: '联系人' })
  const dialog = page.getByRole('dialog')
  const make = async (name: string) => {
    await button(contacts, t('records.newRecord', { object: '联系人' })).click()
    await labelled(dialog, '姓名').fill(name)
  }
  const cancelled = async (name: string, cancel: () => Promise<void>) => {
    await make(name)
    const look = await hold()
    await save(dialog).click()
    await look.asked
    await cancel()
    await gone(dialog)
    await look.answer()
  }
  await cancelled('周晚晴', () => page.keyboard.press('Escape'))
  await cancelled('沈清和', () => button(dialog, t('design.cancel')).click())
  // What is written goes in the order in which it was: once this is there, they would be, too.
  await make('陆远舟')
  await save(dialog).click()
  await contacts.getByRole('link', { name: '陆远舟' }).waitFor()
  expect(await countOf('contact', '周晚晴')).toBe(0)
  expect(await countOf('contact', '沈清和')).toBe(0)
})

test('who saves and goes on has saved; a tab that is loaded anew has the form as it was', async () => {
  await visit('/o/contact/new')
  const input = labelled(page, '姓名')
  await input.fill('顾长风')
  const look = await hold()
  await save().click()
  await look.asked
  await page.reload()
  await until(() => input.inputValue()).toBe('顾长风')
  expect(await countOf('contact', '顾长风')).toBe(0)

  const again = page.waitForRequest(/\/ownership$/)
  await save().click()
  await again
  await page.getByRole('navigation').getByRole('link', { name: '客户', exact: true }).first().click()
  await until(() => countOf('contact', '顾长风')).toBe(1)
  await look.answer()
  await page.goBack()
  await until(() => input.inputValue()).toBe('')
  expect(await countOf('contact', '顾长风')).toBe(1)
})

test('no page failed', () => {
  expect(stage.uncaught).toEqual([])
})
