import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sameInAllLanguages } from '#shared/language.ts'
import { founder } from './support/kith.ts'
import { gone, see, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'
import { cellAt, openTable } from './support/table.ts'

let stage: Stage
let page: Page
let id: string

interface Machine {
  readonly id: string
  readonly name: string
  readonly serial: string | null
  readonly place: string | null
  readonly story: string | null
}

beforeAll(async () => {
  stage = await setStage()
  const field = (name: string, type: string, label: string, more: object = {}) => ({
    name,
    type,
    label: sameInAllLanguages(label),
    ...more,
  })
  await stage.api.post('/objects', {
    name: 'machine',
    label: sameInAllLanguages('设备'),
    fields: [
      field('name', 'text', '名称', { required: true }),
      field('serial', 'text', '序列号', { unique: true }),
      field('place', 'text', '存放地点'),
      field('story', 'richText', '说明'),
    ],
  })
  await stage.api.post('/records/machine', { name: '冲床', serial: 'A-1' })
  page = await stage.open('/home')
})
afterAll(() => stage.close())
beforeEach(async () => {
  const { data } = await stage.api.post<{ data: Machine }>('/records/machine', { name: '车床' })
  id = data.id
})

const visit = (path: string) => page.goto(`${stage.kith.address}${path}`)
const record = () => visit(`/o/machine/${id}`)
const edit = async (field: string) => {
  const name = stage.t('records.editNamed', { name: field })
  await page.getByRole('button', { name, exact: true }).focus()
  await page.keyboard.press('Enter')
  return page.getByRole('main').getByRole('textbox', { name: field, exact: true })
}
const stored = async (): Promise<Machine> =>
  (await stage.api.get<{ data: Machine }>(`/records/machine/${id}`)).data
const unsaved = () => page.getByText(stage.t('outbox.unsaved', { count: 1 }))
const discard = async (typed: string) => {
  await page.getByRole('button', { name: stage.t('outbox.look') }).click()
  const dialog = page.getByRole('dialog')
  await see(dialog, typed)
  await dialog.getByRole('button', { name: stage.t('outbox.discard') }).click()
  await page.keyboard.press('Escape')
  await gone(unsaved())
}
const signInAgain = async () => {
  const dialog = page
    .getByRole('dialog')
    .filter({ has: page.getByLabel(stage.t('auth.password'), { exact: true }) })
  await dialog.getByLabel(stage.t('auth.password'), { exact: true }).fill(founder.password)
  await dialog.getByRole('button', { name: stage.t('auth.signIn'), exact: true }).click()
  await gone(dialog)
}
const signOut = () => page.context().request.post(`${stage.kith.address}/api/v1/auth/sign-out`)

test('what is shown as refused in its field is in the list of what was not saved once its page is left', async () => {
  await record()
  const serial = await edit('序列号')
  await serial.fill('A-1')
  await serial.press('Enter')
  await until(() => serial.getAttribute('aria-invalid')).toBe('true')
  expect(await unsaved().count()).toBe(0)
  await page
    .getByRole('navigation')
    .getByRole('link', { name: stage.t('shell.home'), exact: true })
    .click()
  await unsaved().waitFor()
  await discard('A-1')
})

test('so is what is refused in a cell, also after a reload', async () => {
  await openTable(page, `${stage.kith.address}/o/machine?sort=-createdAt&columns=name,serial,place`)
  const refused = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
  await cellAt(page, 0, 1).click()
  await page.keyboard.type('A-1')
  await page.keyboard.press('Enter')
  await refused
  await page.reload()
  await unsaved().waitFor()
  await discard('A-1')
})

test('an editor that is left by the way back saves what it holds', async () => {
  await openTable(page, `${stage.kith.address}/o/machine?sort=-createdAt`)
  await page.getByRole('rowheader').getByRole('link').first().click()
  const place = await edit('存放地点')
  await place.fill('一号车间')
  await page.goBack()
  await until(async () => (await stored()).place).toBe('一号车间')
})

test('a session that ends in formatted text, in a cell and in the composer takes nothing', async () => {
  await record()
  const story = await edit('说明')
  await story.waitFor()
  await page.keyboard.type('第一句')
  await signOut()
  await page.keyboard.type('第二句')
  await page.keyboard.press('Control+Enter')
  await signInAgain()
  await until(async () => (await stored()).story).toBe('第一句第二句')

  await openTable(page, `${stage.kith.address}/o/machine?sort=-createdAt&columns=name,place`)
  await cellAt(page, 0, 1).click()
  await page.keyboard.type('二号')
  await signOut()
  await page.keyboard.type('车间')
  await page.keyboard.press('Enter')
  await signInAgain()
  await until(async () => (await stored()).place).toBe('二号车间')

  await record()
  const composer = page.getByRole('region', { name: stage.t('activity.write') })
  await composer.getByRole('textbox', { name: stage.t('activity.what') }).fill('谈好了')
  await signOut()
  await page.keyboard.press('Control+Enter')
  await signInAgain()
  await until(async () =>
    (await stage.api.get<{ data: { body: string }[] }>('/records/activity')).data.map(({ body }) => body),
  ).toEqual(['谈好了'])
})

const wrong: readonly [string, (route: Route) => Promise<void>][] = [
  ['an error', (route) => route.fulfill({ status: 500, json: { code: 'internal', detail: '出错' } })],
  ['a page', (route) => route.fulfill({ contentType: 'text/html', body: '<h1>登录酒店网络</h1>' })],
  [
    'half an answer',
    (route) => route.fulfill({ contentType: 'application/json', body: '{"data":[{"id":"1"' }),
  ],
  ['nothing', (route) => route.fulfill({ contentType: 'application/json', body: '' })],
  ['null', (route) => route.fulfill({ contentType: 'application/json', body: 'null' })],
  ['another shape', (route) => route.fulfill({ json: { data: { rows: 7 } } })],
  [
    'too often',
    (route) => route.fulfill({ status: 429, json: { code: 'too_many_requests', detail: '稍候' } }),
  ],
]

test('whatever the server answers, a screen says so and asks again', async () => {
  const { t } = stage
  const places = [
    ['/o/machine', '**/api/v1/records/machine?*'],
    [`/o/machine/${id}`, `**/api/v1/records/machine/${id}?*`],
    ['/tasks', '**/api/v1/records/task?*'],
  ] as const
  for (const [index, [what, answer]] of wrong.entries()) {
    const [path, requests] = places[index % places.length] ?? places[0]
    let wrongly = true
    await page.route(requests, (route) => (wrongly ? answer(route) : route.continue()))
    await visit(path)
    const retry = page.getByRole('main').getByRole('button', { name: t('design.retry') })
    await retry
      .first()
      .waitFor()
      .catch(() => {
        throw new Error(`${path} has no retry after ${what}`)
      })
    // Not by taking the route away: what is asked for at that moment would never be answered.
    wrongly = false
    await retry.first().click()
    await gone(retry)
    await page.unroute(requests)
  }
})

test.each(wrong.filter(([what]) => ['an error', 'a page', 'too often'].includes(what)))(
  'an edit that is answered by %s is not lost',
  async (_what, answer) => {
    await record()
    const place = await edit('存放地点')
    let times = 0
    await page.route(`**/api/v1/records/machine/${id}`, (route) =>
      route.request().method() === 'PATCH' && ++times === 1 ? answer(route) : route.continue(),
    )
    await place.fill('三号车间')
    await place.press('Enter')
    await until(async () => times).toBeGreaterThan(0)
    await until(async () => (await stored()).place).toBe('三号车间')
    await page.unroute(`**/api/v1/records/machine/${id}`)
  },
)

test('no page threw an error', () => {
  expect(stage.uncaught).toEqual([])
})
