import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { gone, see, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'

let stage: Stage
let page: Page
let phone: Page
let company: string

const hour = 3_600_000
/** Midnight of today and of days after it, in Shanghai. */
const dayStart = (days = 0): number => {
  const local = Date.now() + 8 * hour
  return local - (local % (24 * hour)) - 8 * hour + days * 24 * hour
}
const at = (days: number, hours: number): string => new Date(dayStart(days) + hours * hour).toISOString()
const dayNumber = (days: number): number => Math.floor((dayStart(days) + 8 * hour) / (24 * hour))

const make = async (object: string, values: Readonly<Record<string, unknown>>) =>
  (await stage.api.post<{ data: { id: string } }>(`/records/${object}`, values)).data.id
const find = async (object: string, filter: string) =>
  (
    await stage.api.get<{ data: Record<string, unknown>[] }>(
      `/records/${object}?filter=${encodeURIComponent(filter)}`,
    )
  ).data[0]
const task = async (subject: string) => find('task', `subject = "${subject}"`)
let me: string

beforeAll(async () => {
  stage = await setStage()
  company = await make('company', { name: '泓远精密制造' })
  me = String((await find('user', 'name = "王芳"'))?.id)
  ;[page, phone] = await Promise.all([stage.open(), stage.open(undefined, { viewport: 'phone' })])
})
beforeEach(() => expect(stage.uncaught).toEqual([]))
afterAll(() => stage.close())

const add = (subject: string, days: number, more: Readonly<Record<string, unknown>> = {}) =>
  make('task', {
    subject,
    assigneeId: me,
    dueAt: at(days, 23),
    regarding: { object: 'company', id: company },
    ...more,
  })
const visit = (on: Page, path: string) => on.goto(`${stage.kith.address}${path}`)
const row = (on: Page, subject: string) => on.getByRole('listitem').filter({ hasText: subject })

test('a task is added in one line: what was understood is shown before it is saved', async () => {
  await visit(page, '/tasks')
  await page.getByRole('combobox', { name: stage.t('tasks.add') }).waitFor()
  await page.keyboard.press('c')
  await page.keyboard.insertText('明天下午3点 给张总回电话 @王芳 !高')
  await see(page.getByRole('status'), '明天 15:00')
  await see(page.getByRole('status'), '王芳')
  await page.keyboard.press('Enter')
  await row(page, '给张总回电话').waitFor()
  await until(async () => (await task('给张总回电话'))?.dueAt).toBe(at(1, 15).replace('.000Z', 'Z'))
  expect(await task('给张总回电话')).toMatchObject({ assigneeId: me, priority: 'high', status: 'open' })
})

test('a tick is taken back with one key', async () => {
  await add('寄送样品', 0)
  const line = row(page, '寄送样品')
  await line.waitFor()
  await see(line, '泓远精密制造')
  await line.getByRole('checkbox', { name: stage.t('activity.tick', { name: '寄送样品' }) }).click()
  await until(async () => (await task('寄送样品'))?.status).toBe('done')
  await page.keyboard.press('z')
  await until(async () => (await task('寄送样品'))?.status).toBe('open')
  await line.waitFor()
})

test('tasks are put off and ticked by keys alone; the reminder goes along', async () => {
  await add('整理合同', -1, { remindAt: at(-1, 22) })
  await visit(page, '/tasks')
  await row(page, '整理合同').waitFor()
  await page.keyboard.press('j')
  await until(() => page.evaluate(() => document.activeElement?.textContent ?? '')).toBe('整理合同')
  await page.keyboard.press('s')
  await page.getByRole('menu').waitFor()
  await page.keyboard.press('2')
  await until(async () => (await task('整理合同'))?.dueAt).toBe(at(1, 23).replace('.000Z', 'Z'))
  expect((await task('整理合同'))?.remindAt).toBe(at(1, 22).replace('.000Z', 'Z'))
  await gone(page.getByRole('menu'))
  await page.keyboard.press('Space')
  const panel = page.getByRole('complementary', { name: stage.t('tasks.panel') })
  await panel.getByRole('button', { name: stage.t('tasks.remindThen') }).click()
  await until(async () => (await task('整理合同'))?.remindAt).toBe(at(1, 23).replace('.000Z', 'Z'))
  await page.keyboard.press('Escape')
  await gone(panel)
})

test('a thumb puts a task off by the menu that says all that swiping does', async () => {
  await add('回访客户', 0)
  await visit(phone, '/tasks')
  const line = row(phone, '回访客户')
  await line.waitFor()
  await line.getByRole('button', { name: stage.t('table.swipeActs', { name: '回访客户' }) }).click()
  await phone.getByRole('menuitem', { name: new RegExp(`^${stage.t('tasks.tomorrow')}`) }).click()
  await until(async () => (await task('回访客户'))?.dueAt).toBe(at(1, 23).replace('.000Z', 'Z'))
  const box = await line
    .getByRole('checkbox', { name: stage.t('activity.tick', { name: '回访客户' }) })
    .boundingBox()
  expect(Math.round(Math.min(box?.width ?? 0, box?.height ?? 0))).toBeGreaterThanOrEqual(44)
})

test('a meeting is dragged to another day and taken back', async () => {
  const id = await make('activity', {
    subject: '合同评审',
    kind: 'meeting',
    occurredAt: at(0, 10),
    endsAt: at(0, 11),
    regarding: [{ object: 'company', id: company }],
  })
  const stored = async () => (await find('activity', `id = "${id}"`)) ?? {}
  await visit(page, '/calendar?span=month')
  const entry = page.locator('[data-entry]').filter({ hasText: '合同评审' })
  await entry.waitFor()
  // The day before or after, whichever the month shows in the same or a neighbouring week.
  const to = (await page.locator(`[data-cell][data-day="${dayNumber(1)}"]`).count()) > 0 ? 1 : -1
  const from = await entry.boundingBox()
  const cell = await page.locator(`[data-cell][data-day="${dayNumber(to)}"]`).boundingBox()
  if (from === null || cell === null) throw new Error('nothing to drag')
  await page.mouse.move(from.x + 20, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(from.x + 40, from.y + 12, { steps: 3 })
  await page.mouse.move(cell.x + 40, cell.y + 60, { steps: 6 })
  await page.mouse.up()
  await until(async () => (await stored()).occurredAt).toBe(at(to, 10).replace('.000Z', 'Z'))
  expect((await stored()).endsAt).toBe(at(to, 11).replace('.000Z', 'Z'))
  await page.keyboard.press('z')
  await until(async () => (await stored()).occurredAt).toBe(at(0, 10).replace('.000Z', 'Z'))
})

test('an entry is dropped where the pointer lets it go, also before that is drawn', async () => {
  const id = await make('activity', {
    subject: '快手搬动',
    kind: 'meeting',
    occurredAt: at(0, 14),
    endsAt: at(0, 15),
  })
  const occurredAt = async () => (await find('activity', `id = "${id}"`))?.occurredAt
  await visit(page, '/calendar?span=month')
  const entry = page.locator('[data-entry]').filter({ hasText: '快手搬动' })
  await entry.waitFor()
  const to = (await page.locator(`[data-cell][data-day="${dayNumber(1)}"]`).count()) > 0 ? 1 : -1
  // All of it within one task: nothing is drawn in between.
  await entry.evaluate((element, day) => {
    const middleOf = (box: DOMRect) => ({ clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 })
    const cell = document.querySelector(`[data-cell][data-day="${day}"]`)
    if (cell === null) throw new Error('no such day')
    const [from, there] = [element, cell].map((one) => middleOf(one.getBoundingClientRect()))
    const fire = (type: string, place: object | undefined) =>
      element.dispatchEvent(
        new PointerEvent(type, { bubbles: true, pointerType: 'mouse', button: 0, ...place }),
      )
    fire('pointerdown', from)
    fire('pointermove', there)
    fire('pointerup', there)
  }, dayNumber(to))
  await until(occurredAt).toBe(at(to, 14).replace('.000Z', 'Z'))
})

test('a calendar is worked by keys alone', async () => {
  await visit(page, '/calendar')
  await page.locator('[data-hours]').first().waitFor()
  await page.keyboard.press('m')
  await page.locator('[data-cell]').first().waitFor()
  await page.keyboard.press('t')
  const focusedDay = () =>
    page.evaluate(() => document.activeElement?.closest('[data-day]')?.getAttribute('data-day'))
  await until(focusedDay).toBe(String(dayNumber(0)))
  await page.keyboard.press('ArrowRight')
  await until(focusedDay).toBe(String(dayNumber(1)))
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: stage.t('calendar.subject') }).waitFor()
  await page.keyboard.insertText('季度复盘')
  await page.keyboard.press('Enter')
  await until(async () => (await find('activity', 'subject = "季度复盘"'))?.kind).toBe('meeting')
  const entry = page.locator('[data-entry]').filter({ hasText: '季度复盘' })
  await entry.waitFor()
  await entry.focus()
  await page.keyboard.press('Enter')
  const card = page.getByRole('dialog', { name: '季度复盘' })
  await card.getByRole('button', { name: stage.t('calendar.edit') }).waitFor()
  await page.keyboard.press('Escape')
  await gone(card)
  await entry.focus()
  await page.keyboard.press('Shift+ArrowLeft')
  await until(async () => (await find('activity', 'subject = "季度复盘"'))?.occurredAt).toBe(
    at(0, 9).replace('.000Z', 'Z'),
  )
})

test('any object has a calendar; on a phone the day’s entries stand beneath the month', async () => {
  await visit(page, '/o/task?kind=calendar')
  await page.locator('[data-entry]').filter({ hasText: '整理合同' }).waitFor()
  await visit(phone, '/calendar?span=month')
  await phone.locator(`[data-cell][data-day="${dayNumber(0)}"]`).click()
  await phone.getByRole('button', { name: /合同评审/ }).click()
  await phone
    .getByRole('dialog')
    .getByRole('link', { name: stage.t('records.open') })
    .waitFor()
})
