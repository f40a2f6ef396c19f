import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gone, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'

let stage: Stage
let phone: Page
let company: string
let deal: string

const day = 86_400_000
/** Midnight of a day from today on, in Shanghai. */
const midnight = (days: number): number => {
  const local = Date.now() + day / 3
  return local - (local % day) - day / 3 + days * day
}
const dayNumber = (days: number): number => Math.floor((midnight(days) + day / 3) / day)
const written = (days: number): string => new Date(midnight(days) + day / 3).toISOString().slice(0, 10)

const make = async (object: string, values: Readonly<Record<string, unknown>>) =>
  (await stage.api.post<{ data: { id: string } }>(`/records/${object}`, values)).data.id
const stored = async (object: string, id: string) =>
  (await stage.api.get<{ data: Record<string, unknown> }>(`/records/${object}/${id}`)).data
const visit = (path: string) => phone.goto(`${stage.kith.address}${path}`)
const sheet = (name: string | RegExp) => phone.getByRole('dialog', { name })
/** In whole pixels: parts of one come and go with what moves around it. */
const boxOf = async (one: Locator) => {
  const box = await one.boundingBox()
  if (box === null) throw new Error('it is not drawn')
  const { x, y, width, height } = box
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) }
}
const details = async (object: string, id: string) => {
  await visit(`/o/${object}`)
  await phone.locator(`main a[href*="${id}"]`).tap()
  await phone.getByRole('tab', { name: stage.t('records.details') }).tap()
}
const edit = (name: string) =>
  phone
    .getByRole('button', { name: stage.t('records.editNamed', { name }) })
    .first()
    .tap()

beforeAll(async () => {
  stage = await setStage()
  company = await make('company', { name: '泓远精密制造', industry: 'software' })
  deal = await make('deal', { name: '三期扩容', companyId: company, closeDate: written(40) })
  phone = await stage.open(undefined, { viewport: 'phone' })
})
afterAll(() => stage.close())

test('choices come up as a sheet; Esc and the way back close it and nothing else', async () => {
  await details('company', company)
  const page = phone.url()
  await edit('行业')
  const choices = sheet('行业')
  await choices.waitFor()
  for (const close of [() => phone.goBack(), () => phone.keyboard.press('Escape')]) {
    await close()
    await gone(choices)
    await until(async () => phone.url()).toBe(page)
    await edit('行业')
    await choices.waitFor()
  }
  // No keyboard covers what can be seen at once; a field that is written in does not enlarge the page.
  const search = choices.getByRole('combobox')
  expect(await search.evaluate((input) => input === document.activeElement)).toBe(false)
  expect(await search.evaluate((input) => Number.parseFloat(getComputedStyle(input).fontSize))).toBe(16)
  // As it is laid out: while the sheet rises, its place on the page is a fraction of a pixel.
  const tall = choices.getByRole('option').first()
  expect(await tall.evaluate((option: HTMLElement) => option.offsetHeight)).toBeGreaterThanOrEqual(44)

  // Where a keyboard is, the sheet stands on it once it has come up.
  await phone.evaluate(() => document.documentElement.style.setProperty('--keyboard', '336px'))
  await until(async () => {
    const { y, height } = await boxOf(choices)
    return y >= 0 && y + height <= 844 - 336
  }).toBe(true)
  await phone.evaluate(() => document.documentElement.style.removeProperty('--keyboard'))

  await choices.getByRole('option', { name: '金融' }).tap()
  await gone(choices)
  await until(async () => (await stored('company', company)).industry).toBe('finance')
})

test('several are chosen one after the other, and new ones are written', async () => {
  await details('company', company)
  await edit('标签')
  const choices = sheet('标签')
  for (const tag of ['华东', '续约']) {
    await choices.getByRole('combobox').fill(tag)
    await choices.getByRole('option').last().tap()
    await choices
      .getByRole('option', { name: tag, selected: true })
      .or(choices.getByText(tag))
      .first()
      .waitFor()
  }
  await choices.getByRole('button', { name: stage.t('fields.choiceDone') }).tap()
  await gone(choices)
  await until(async () => (await stored('company', company)).tags).toEqual(['华东', '续约'])
})

test('a day is chosen in a sheet, or written when that is asked for', async () => {
  await details('deal', deal)
  await edit('预计成交日期')
  await sheet('预计成交日期')
    .getByRole('button', { name: stage.t('tasks.tomorrow') })
    .tap()
  await until(async () => (await stored('deal', deal)).closeDate).toBe(written(1))
  await edit('预计成交日期')
  await sheet('预计成交日期')
    .getByRole('button', { name: stage.t('fields.typeIt') })
    .tap()
  const input = phone.getByRole('textbox', { name: '预计成交日期' })
  await input.fill('后天')
  // The keyboard is called for a moment later: that leaves no input that somebody writes in.
  await phone.waitForTimeout(500)
  await input.press('Enter')
  await until(async () => (await stored('deal', deal)).closeDate).toBe(written(2))
})

test('days that come late, and another month, move nothing away from under a thumb', async () => {
  const own = await stage.open(undefined, { viewport: 'phone' })
  // What a service worker keeps does not come late.
  await own.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'))
  const here = Promise.withResolvers<void>()
  await own.route(/\/assets\/calendar-(?!page|view).*\.css/, async (route) => {
    await here.promise
    await route.continue()
  })
  await own.goto(`${stage.kith.address}/o/deal/${deal}`)
  await own.getByRole('tab', { name: stage.t('records.details') }).tap()
  await own
    .getByRole('button', { name: stage.t('records.editNamed', { name: '预计成交日期' }) })
    .first()
    .tap()
  const days = own.getByRole('dialog', { name: '预计成交日期' })
  const place = async () => {
    // Once the sheet has come up.
    await days.evaluate((sheet) => Promise.all(sheet.getAnimations({ subtree: true }).map((a) => a.finished)))
    return (await boxOf(days.getByRole('button', { name: stage.t('tasks.today') }))).y
  }
  await days.getByRole('button', { name: stage.t('tasks.today') }).waitFor()
  const before = await place()
  here.resolve()
  await days.locator('[data-day]').first().waitFor()
  expect(await place()).toBe(before)
  for (let month = 0; month < 3; month++) {
    await days.getByRole('button', { name: stage.t('fields.nextMonth') }).tap()
    expect(await place()).toBe(before)
  }
  await own.context().close()
})

test('a finger that rests on an entry of the calendar carries it to another day; its card does as well', async () => {
  const { data } = await stage.api.get<{ data: { id: string }[] }>('/records/user?limit=1')
  const subject = '合同评审'
  const task = await make('task', {
    subject,
    assigneeId: data[0]?.id,
    dueAt: new Date(midnight(0) + (day * 20) / 24).toISOString(),
  })
  const dueOn = async () =>
    Math.floor((Date.parse(String((await stored('task', task)).dueAt)) + day / 3) / day) - dayNumber(0)
  await visit('/calendar?span=month')
  const entry = phone.getByRole('button', { name: new RegExp(subject) })
  await entry.waitFor()
  // The same week, so that the day is there at the end of a month, too.
  const cells = phone.locator('[role=row]:has([aria-current=date]) [data-cell]:not([aria-current])')
  const target = cells.first()
  const days = Number(await target.getAttribute('data-day')) - dayNumber(0)
  const [from, to] = await Promise.all([boxOf(entry), boxOf(target)])
  const touch = await phone.context().newCDPSession(phone)
  const press = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] })
  await press('touchStart', from.x + 150, from.y + 20)
  await phone.locator('[data-lifted]').waitFor()
  for (let step = 1; step <= 5; step++)
    await press(
      'touchMove',
      from.x + 150 + ((to.x + 20 - from.x - 150) * step) / 5,
      from.y + 20 + ((to.y + 20 - from.y - 20) * step) / 5,
    )
  await press('touchEnd')
  await until(dueOn).toBe(days)

  await target.tap()
  await entry.tap()
  await sheet(subject)
    .getByRole('button', { name: stage.t('calendar.moveTo') })
    .tap()
  await sheet(stage.t('calendar.moveTo'))
    .getByRole('button', { name: stage.t('tasks.today') })
    .tap()
  await until(dueOn).toBe(0)
})

test('the sheet of time zones begins at the present one, of four hundred', async () => {
  await visit('/settings/workspace')
  await phone.getByRole('combobox', { name: stage.t('settings.timeZone') }).tap()
  const chosen = phone.getByRole('dialog').getByRole('option', { name: /Asia\/Shanghai|上海/ })
  await chosen.waitFor()
  await until(() =>
    chosen.evaluate((option) => {
      const { top, bottom } = option.getBoundingClientRect()
      return top > 0 && bottom < innerHeight
    }),
  ).toBe(true)
  await phone.keyboard.press('Escape')
})

test('a new record is saved at the foot of the screen; the palette is closed by a touch', async () => {
  await visit('/o/company/new')
  const save = phone.getByRole('button', { name: stage.t('records.save'), exact: true })
  expect((await boxOf(save)).y).toBeGreaterThan(600)
  await phone.getByRole('textbox').first().fill('蓝湾海洋工程')
  await save.tap()
  await phone.getByRole('heading', { name: '蓝湾海洋工程' }).first().waitFor()
  await phone.keyboard.press('Control+k')
  const palette = sheet(stage.t('shell.paletteLabel'))
  await palette.getByRole('button', { name: stage.t('design.close') }).tap()
  await gone(palette)
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  expect(stage.uncaught).toEqual([])
})
