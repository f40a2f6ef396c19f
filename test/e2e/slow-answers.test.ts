import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sameInAllLanguages } from '#shared/language.ts'
import { gone, labelled, see, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'
import { cellAt, openTable } from './support/table.ts'

let stage: Stage
let page: Page
let id: string

interface Machine {
  readonly name: string
  readonly serial: string | null
  readonly place: string | null
}

const records = '**/api/v1/records/machine**'

beforeAll(async () => {
  stage = await setStage()
  const field = (name: string, label: string, more: object = {}) => ({
    name,
    type: 'text',
    label: sameInAllLanguages(label),
    ...more,
  })
  await stage.api.post('/objects', {
    name: 'machine',
    label: sameInAllLanguages('设备'),
    fields: [
      field('name', '名称', { required: true }),
      field('serial', '序列号'),
      field('place', '存放地点'),
    ],
  })
  page = await stage.open('/home')
})
afterAll(() => stage.close())
beforeEach(async () => {
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  const { data } = await stage.api.post<{ data: { id: string } }>('/records/machine', { name: '车床' })
  id = data.id
})

const visit = (path: string) => page.goto(`${stage.kith.address}${path}`)
const list = () =>
  openTable(page, `${stage.kith.address}/o/machine?sort=-createdAt&columns=name,serial,place`)
const stored = async (): Promise<Machine> =>
  (await stage.api.get<{ data: Machine }>(`/records/machine/${id}`)).data
const updates = async (): Promise<number> => {
  const { data } = await stage.api.get<{ data: { action: string }[] }>(`/records/machine/${id}/changes`)
  return data.filter(({ action }) => action === 'update').length
}
const named = async (name: string): Promise<readonly Machine[]> => {
  const filter = encodeURIComponent(`name = "${name}"`)
  return (await stage.api.get<{ data: Machine[] }>(`/records/machine?filter=${filter}`)).data
}
const type = async (column: number, text: string) => {
  await cellAt(page, 0, column).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}
/** Nothing of these requests is answered until that is said. */
const hold = async (method: string, what = records) => {
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
  await page.route(what, async (route) => {
    if (route.request().method() === method) await answered
    await route.continue()
  })
  return answer
}
const once = async (method: string, answer: (route: Route) => Promise<void>, what = records) => {
  let times = 0
  await page.route(what, (route) =>
    route.request().method() === method && ++times === 1 ? answer(route) : route.fallback(),
  )
}

test('while a list is on its way one goes on, and comes back to it', async () => {
  const answer = await hold('GET')
  await visit('/o/machine')
  await page.locator('[aria-busy=true]').first().waitFor()
  await page
    .getByRole('navigation')
    .getByRole('link', { name: stage.t('shell.home'), exact: true })
    .click()
  await page.waitForURL(/home/)
  await page.goBack()
  answer()
  await page.getByRole('rowheader').first().waitFor()
})

test('cells are written one after another, and again, before anything is answered; a reload keeps them', async () => {
  await list()
  const answer = await hold('PATCH')
  await type(1, 'S-1')
  await type(2, '一号车间')
  await type(1, 'S-2')
  await see(cellAt(page, 0, 1), 'S-2')
  await see(cellAt(page, 0, 2), '一号车间')
  await page.reload()
  await see(cellAt(page, 0, 1), 'S-2')
  await see(cellAt(page, 0, 2), '一号车间')
  answer()
  await until(stored).toMatchObject({ serial: 'S-2', place: '一号车间' })
  await gone(page.getByRole('status').filter({ hasText: stage.t('outbox.unreachable') }))
  expect(await updates()).toBe(3)
})

test('a form that is saved again while the answer takes long makes one record; what is typed meanwhile is in it', async () => {
  await visit('/o/machine/new')
  const answer = await hold('POST')
  await labelled(page, '名称').fill('镗床')
  const asked = page.waitForRequest((request) => request.method() === 'POST')
  await page.keyboard.press('Control+Enter')
  await asked
  await page.keyboard.press('Control+Enter')
  await labelled(page, '存放地点').fill('二号车间')
  await page.keyboard.press('Control+Enter')
  answer()
  await page.getByRole('heading', { level: 1, name: '镗床' }).waitFor()
  await until(() => named('镗床')).toEqual([expect.objectContaining({ place: '二号车间' })])
})

const tooLarge: readonly [string, (route: Route) => Promise<void>][] = [
  [
    'the server',
    (route) => route.fulfill({ status: 413, json: { code: 'body_too_large', detail: '请求内容超过1 MB' } }),
  ],
  ['a proxy', (route) => route.fulfill({ status: 413, contentType: 'text/html', body: '<h1>413</h1>' })],
]

test.each(tooLarge)(
  'what is too large for %s stays where it was typed, with the reason',
  async (who, refuse) => {
    const reason = who === 'the server' ? '请求内容超过1 MB' : /太大/
    await visit(`/o/machine/${id}`)
    await once('PATCH', refuse)
    const button = page.getByRole('button', {
      name: stage.t('records.editNamed', { name: '存放地点' }),
      exact: true,
    })
    await button.focus()
    await page.keyboard.press('Enter')
    const place = page.getByRole('main').getByRole('textbox', { name: '存放地点', exact: true })
    await place.fill('三号车间')
    await place.press('Enter')
    await see(page.getByRole('alert'), reason)
    expect(await place.inputValue()).toBe('三号车间')
    await place.press('Escape')

    await list()
    await once('PATCH', refuse)
    await type(1, 'S-3')
    // The cursor has gone on to the next line: it is told there, and what was typed is mended where it was.
    await see(page, reason)
    await cellAt(page, 0, 1).dblclick()
    await until(() => cellAt(page, 0, 1).locator('input').inputValue()).toBe('S-3')
    await page.keyboard.press('Escape')

    await visit('/o/machine/new')
    await once('POST', refuse)
    await labelled(page, '名称').fill('刨床')
    await page.keyboard.press('Control+Enter')
    await see(page.getByRole('alert'), reason)
    expect(await labelled(page, '名称').inputValue()).toBe('刨床')

    await visit(`/o/machine/${id}`)
    await once('POST', refuse, '**/api/v1/records/activity')
    const what = page
      .getByRole('region', { name: stage.t('activity.write') })
      .getByRole('textbox', { name: stage.t('activity.what') })
    await what.fill('谈好了')
    await what.press('Control+Enter')
    await see(page.getByRole('alert'), reason)
    await until(() => what.textContent()).toContain('谈好了')
    await what.fill('')
  },
)

const cut: readonly [string, (route: Route) => Promise<void>][] = [
  [
    'cut off',
    async (route) =>
      route.fulfill({
        status: 200,
        contentType: 'application/json',
        body: (await (await route.fetch()).text()).slice(0, 20),
      }),
  ],
  [
    'empty',
    async (route) => {
      await route.fetch()
      await route.fulfill({ status: 200, body: '' })
    },
  ],
  [
    'a page',
    async (route) => {
      await route.fetch()
      await route.fulfill({ contentType: 'text/html', body: '<h1>登录</h1>' })
    },
  ],
]

test.each(cut)(
  'a write whose answer is %s takes effect once, and is shown as written',
  async (what, answer) => {
    await list()
    await once('PATCH', answer)
    await type(2, '四号车间')
    await until(stored).toMatchObject({ place: '四号车间' })
    await visit('/o/machine/new')
    await once('POST', answer)
    await labelled(page, '名称').fill(what)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { level: 1, name: what }).waitFor()
    await until(async () => (await named(what)).length).toBe(1)
    await gone(page.getByRole('status').filter({ hasText: stage.t('outbox.unreachable') }))
    expect(await updates()).toBe(1)
    expect(await named(what)).toHaveLength(1)
  },
)

test('no page threw an error', () => {
  expect(stage.uncaught).toEqual([])
})
