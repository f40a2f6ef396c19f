import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { gone, see, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'

interface Deal {
  readonly id: string
  readonly stageId: string
  readonly lossReason: string | null
}

let stage: Stage
let page: Page
/** Ids of the stages by name. */
let stages: ReadonlyMap<string, string>
let names: readonly string[]
const board = '/o/deal?kind=board&by=stage&sum=amount'

beforeAll(async () => {
  stage = await setStage()
  const { data } = await stage.api.get<{ data: { id: string; name: string }[] }>(
    '/records/stage?sort=position&limit=20',
  )
  stages = new Map(data.map(({ id, name }) => [name, id]))
  names = data.map(({ name }) => name)
  page = await stage.open()
})
afterAll(() => stage.close())

beforeEach(async () => {
  const { data } = await stage.api.get<{ data: { id: string }[] }>('/records/deal?limit=100')
  if (data.length > 0) await stage.api.send('DELETE', '/records/deal', { ids: data.map(({ id }) => id) })
  // The last one made stands first.
  for (const name of ['丙', '乙', '甲']) {
    await stage.api.post('/records/deal', {
      name: `商机${name}`,
      stageId: stages.get(names[0] ?? ''),
      amount: 100_000,
    })
  }
  await stage.api.post('/records/deal', {
    name: '商机丁',
    stageId: stages.get(names[1] ?? ''),
    amount: 50_000,
  })
})

const visit = async (on: Page = page) => {
  await on.goto(`${stage.kith.address}${board}`)
  await card('商机甲', on).waitFor()
}
const column = (index: number, on: Page = page) =>
  on.getByRole('region', { name: names[index] ?? '', exact: true })
const card = (name: string, on: Page | Locator = page) => on.getByRole('listitem').filter({ hasText: name })
const cardsOf = (index: number, on: Page = page) =>
  column(index, on)
    .locator('[data-card]:not([data-lifted])')
    .evaluateAll((cards) =>
      cards
        .toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .map((card) => card.querySelector('a')?.textContent),
    )
const dealOf = async (name: string): Promise<Deal | undefined> => {
  const filter = encodeURIComponent(`name = "${name}"`)
  return (await stage.api.get<{ data: Deal[] }>(`/records/deal?filter=${filter}`)).data[0]
}
const stageOf = async (name: string) => {
  const id = (await dealOf(name))?.stageId
  return names.find((one) => stages.get(one) === id)
}
/** Takes a card by its middle and holds it over a point of another place. */
const drag = async (from: Locator, to: Locator, y: number) => {
  const start = await from.boundingBox()
  const end = await to.boundingBox()
  if (start === null || end === null) throw new Error('nothing to drag')
  await page.mouse.move(start.x + 80, start.y + 40)
  await page.mouse.down()
  await page.mouse.move(start.x + 90, start.y + 44, { steps: 2 })
  await page.mouse.move(end.x + 80, end.y + y, { steps: 6 })
}

test('a card is dragged to another stage; both heads tell beforehand, and an undo takes it back', async () => {
  await visit()
  await drag(card('商机甲'), column(1), 130)
  await see(column(0), '3→2')
  await see(column(1), '1→2')
  await see(column(1), /\+¥10/)
  await page.mouse.up()
  await until(() => stageOf('商机甲')).toBe(names[1])
  await until(() => cardsOf(1)).toContain('商机甲')
  await page.getByRole('button', { name: stage.t('design.undo') }).click()
  await until(() => stageOf('商机甲')).toBe(names[0])
  await until(() => cardsOf(0)).toEqual(['商机甲', '商机乙', '商机丙'])
})

test('the order that cards are given by hand is kept', async () => {
  await visit()
  const last = await card('商机丙').boundingBox()
  const place = await column(0).boundingBox()
  await drag(card('商机甲'), column(0), (last?.y ?? 0) - (place?.y ?? 0) + 90)
  await page.mouse.up()
  await until(() => cardsOf(0)).toEqual(['商机乙', '商机丙', '商机甲'])
  await until(async () => {
    await page.reload()
    await card('商机甲').waitFor()
    return cardsOf(0)
  }).toEqual(['商机乙', '商机丙', '商机甲'])
})

test('a card is moved by keys, and goes back on Esc', async () => {
  await visit()
  await page.keyboard.press('j')
  await until(() => page.evaluate(() => document.activeElement?.querySelector('a')?.textContent)).toBe(
    '商机甲',
  )
  await page.keyboard.press('m')
  await page.keyboard.press('ArrowRight')
  await see(column(1), '1→2')
  await page.keyboard.press('Escape')
  await gone(column(1).getByText('1→2'))
  expect(await cardsOf(0)).toEqual(['商机甲', '商机乙', '商机丙'])
  await page.keyboard.press('m')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await until(() => cardsOf(1)).toEqual(['商机丁', '商机甲'])
  await until(() => stageOf('商机甲')).toBe(names[1])
})

test('a lost deal is asked for its reason before it is taken', async () => {
  await visit()
  const lost = names.length - 1
  const lift = async () => {
    await card('商机乙').focus()
    await page.keyboard.press('m')
    for (let step = 0; step < lost; step++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
  }
  await lift()
  // The first may close the choices only.
  await until(async () => {
    await page.keyboard.press('Escape')
    return page.getByRole('dialog').count()
  }).toBe(0)
  await until(() => cardsOf(0)).toEqual(['商机甲', '商机乙', '商机丙'])
  expect(await stageOf('商机乙')).toBe(names[0])
  await lift()
  await page.getByRole('option').first().click()
  await page
    .getByRole('button', { name: stage.t('board.moveToColumn', { column: names[lost] ?? '' }) })
    .click()
  await until(() => stageOf('商机乙')).toBe(names[lost])
  expect((await dealOf('商机乙'))?.lossReason).toBe('price')
  await until(() => cardsOf(0)).toEqual(['商机甲', '商机丙'])
})

test('what somebody else moves shows by itself', async () => {
  await visit()
  const { id } = (await dealOf('商机丁')) ?? { id: '' }
  await stage.api.patch(`/records/deal/${id}`, { stageId: stages.get(names[2] ?? '') })
  await card('商机丁', column(2)).waitFor()
  await until(() => cardsOf(1)).toEqual([])
})

test('how many there are stays at the head while other conditions are counted', async () => {
  await visit()
  const count = page
    .locator('header')
    .filter({ has: page.getByRole('heading', { level: 1 }) })
    .getByText('4', { exact: true })
  await count.waitFor()
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const counting = /records\/deal\?.*count=estimate/
  await page.route(counting, async (route) => {
    await held
    await route.continue()
  })
  const asked = page.waitForRequest(counting)
  await page.keyboard.press('/')
  await page.keyboard.insertText('商机甲')
  await asked
  await until(() => cardsOf(1)).toEqual([])
  expect(await count.count()).toBe(1)
  letGo()
})

test('a new card is written in its column', async () => {
  await visit()
  await column(1)
    .getByRole('button', { name: stage.t('board.add', { column: names[1] ?? '' }) })
    .click()
  await column(1).getByRole('textbox').fill('商机戊')
  await column(1).getByRole('textbox').press('Enter')
  await until(() => stageOf('商机戊')).toBe(names[1])
  await until(() => cardsOf(1)).toEqual(['商机戊', '商机丁'])
})

test('on a phone a column fills the screen; a card is moved by a list or a long press', async () => {
  const phone = await stage.open(undefined, { viewport: 'phone' })
  await visit(phone)
  await card('商机甲', phone)
    .getByRole('button', { name: stage.t('board.cardMenu', { name: '商机甲' }) })
    .click()
  await phone.getByRole('menuitem', { name: stage.t('board.moveTo') }).click()
  await phone
    .getByRole('dialog')
    .getByRole('button', { name: names[1] ?? '' })
    .click()
  await until(() => stageOf('商机甲')).toBe(names[1])

  const taken = await card('商机乙', phone).boundingBox()
  const below = await card('商机丙', phone).boundingBox()
  if (taken === null || below === null) throw new Error('a card is missing')
  const touch = await phone.context().newCDPSession(phone)
  const press = (type: 'touchStart' | 'touchMove' | 'touchEnd', y: number) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: 100, y }] })
  await press('touchStart', taken.y + 40)
  await phone.locator('[data-lifted]').waitFor({ state: 'attached' })
  for (let step = 1; step <= 5; step++)
    await press('touchMove', taken.y + 40 + (step * (below.y - taken.y + 30)) / 5)
  await until(() => cardsOf(0, phone)).toEqual(['商机丙'])
  await press('touchEnd', 0)
  await until(() => cardsOf(0, phone)).toEqual(['商机丙', '商机乙'])

  await phone
    .getByRole('navigation', { name: stage.t('board.switchColumn') })
    .getByRole('button', { name: names[1] ?? '' })
    .click()
  await until(() =>
    card('商机甲', phone).evaluate((element) => Math.round(element.getBoundingClientRect().left)),
  ).toBeLessThan(40)
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  expect(stage.uncaught).toEqual([])
  await phone.context().close()
})
