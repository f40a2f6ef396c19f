import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { founder } from './support/kith.ts'
import { labelled, see, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'

let stage: Stage
let page: Page
let keyboard: CDPSession
let id: string

const bomb = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>'
const markdownBomb = `[点我](javascript:window.ran=1) ![图](x" onerror="window.ran=1) ${bomb}`

beforeAll(async () => {
  stage = await setStage()
  const { data } = await stage.api.post<{ data: { id: string }[] }>('/records/company', [
    { name: '泓远精密制造', code: 'C-1' },
    { name: '华为技术', code: 'C-2' },
  ])
  id = data[0]?.id ?? ''
  await stage.api.post('/records/contact', { name: '何一帆' })
  page = await stage.open(`/o/company/${id}`)
  keyboard = await page.context().newCDPSession(page)
})
afterAll(() => stage.close())

const visit = (path: string) => page.goto(`${stage.kith.address}${path}`)
const edit = async (name: string) => {
  const button = page.getByRole('button', { name: stage.t('records.editNamed', { name }), exact: true })
  await button.focus()
  await button.press('Enter')
  return page.getByRole('main').getByRole('textbox', { name, exact: true })
}
const countOf = async (filter: string): Promise<number> => {
  const query = `limit=1&count=exact&filter=${encodeURIComponent(filter)}`
  return (await stage.api.get<{ count: number }>(`/records/company?${query}`)).count
}
const stored = async () =>
  (await stage.api.get<{ data: Record<string, unknown> }>(`/records/company/${id}`)).data

/** Types as an input method does: letters that are not yet text, then the text that is chosen with Enter. */
async function compose(letters: string, text: string): Promise<void> {
  for (let end = 1; end <= letters.length; end++) {
    await keyboard.send('Input.imeSetComposition', {
      text: letters.slice(0, end),
      selectionStart: end,
      selectionEnd: end,
    })
  }
  // The Enter that ends the composition reaches the page as a key that is being processed.
  const enter = { key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 }
  await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter })
  await keyboard.send('Input.insertText', { text })
  await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter })
}

test('Enter ends the composition, not the editor; the next Enter saves', async () => {
  const name = await edit('客户名称')
  await name.fill('')
  await compose('hongyuan', '泓远')
  await compose('jingmi', '精密')
  expect(await name.inputValue()).toBe('泓远精密')
  expect((await stored()).name).toBe('泓远精密制造')
  await name.press('Enter')
  await until(async () => (await stored()).name).toBe('泓远精密')
})

test('letters that are still being composed search for nothing; chosen text does', async () => {
  await visit('/o/company')
  await page.getByRole('rowheader').first().waitFor()
  const asked: string[] = []
  page.on('request', (request) => {
    const search = new URL(request.url()).searchParams.get('search')
    if (search !== null) asked.push(search)
  })
  await page.keyboard.press('/')
  await compose('huawei', '华为')
  await until(async () => new URL(page.url()).searchParams.get('search')).toBe('华为')
  await until(() => page.getByRole('rowheader').count()).toBe(1)
  expect([...new Set(asked)]).toEqual(['华为'])
})

test('in a form and in a picker no letter is lost', async () => {
  await visit('/o/contact/new')
  await labelled(page, '姓名').click()
  await compose('lzx', '林知夏')
  const company = page.getByRole('main').getByLabel('所属客户', { exact: true }).first()
  await company.click()
  await compose('hw', '华为')
  await page.getByRole('option', { name: '华为技术' }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { level: 1, name: '林知夏' }).waitFor()
  await see(page.getByRole('main'), '华为技术')
})

test('Enter that is quicker than the answer takes what was typed for, not what stood there', async () => {
  for (const [typed, name] of [
    ['泓远', '泓远精密'],
    ['hwjs', '华为技术'],
  ] as const) {
    await visit('/o/contact/new')
    await labelled(page, '姓名').fill(`认识${name}的人`)
    const company = page.getByRole('main').getByLabel('所属客户', { exact: true }).first()
    await company.click()
    await page.getByRole('option').first().waitFor()
    await page.keyboard.type(typed)
    await page.keyboard.press('Enter')
    await see(page.getByRole('main'), name)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { level: 1, name: `认识${name}的人` }).waitFor()
    await see(page.getByRole('main'), name)
    await page.keyboard.press('Control+k')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.type(typed)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name }).waitFor()
  }
})

test('it is taken as well where the hands have gone on already', async () => {
  const { data } = await stage.api.post<{ data: { id: string } }>('/records/user', { name: '赵敏' })
  // A list of the newest does not have her.
  await stage.api.post(
    '/records/user',
    Array.from({ length: 25 }, (_, index) => ({ name: `同事${index}` })),
  )
  await visit(`/o/company/${id}`)
  await edit('负责人')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.type('zm')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await until(async () => (await stored()).ownerId).toBe(data.id)
})

test('names and texts are shown, never run', async () => {
  const { data } = await stage.api.post<{ data: { id: string } }>('/records/company', {
    name: bomb,
    legalName: '{{constructor.constructor("window.ran=1")()}}',
    description: markdownBomb,
    website: 'https://a.example/"onmouseover="window.ran=1',
    tags: [bomb],
  })
  await visit('/o/company?search=img')
  await page.getByRole('rowheader').filter({ hasText: '<img src=x' }).waitFor()
  await visit(`/o/company/${data.id}`)
  await page.getByRole('heading', { level: 1 }).filter({ hasText: '<script>' }).waitFor()
  await see(page, /点我/)
  await page.keyboard.press('Control+k')
  await page.getByRole('option').filter({ hasText: '<img src=x' }).first().waitFor()
  const found = await page.evaluate(() => ({
    ran: 'ran' in window,
    pictures: document.querySelectorAll('img[src="x"]').length,
    links: [...document.querySelectorAll('a')].filter(({ href }) => href.startsWith('javascript:')).length,
  }))
  expect(found).toEqual({ ran: false, pictures: 0, links: 0 })
})

test('nor is what links into the app promise', async () => {
  const stranger = await (await stage.context()).newPage()
  await stranger.goto(`${stage.kith.address}/sign-in?from=//evil.example/`)
  await stranger.getByLabel(stage.t('auth.identifier')).fill(founder.email)
  await labelled(stranger, stage.t('auth.password')).fill(founder.password)
  await stranger.keyboard.press('Enter')
  await stranger.waitForURL(`${stage.kith.address}/home`)
  await stranger.context().close()
})

test('a session that ends while one types: sign in again, and nothing is lost', async () => {
  const { t } = stage
  await visit('/o/company/new')
  await labelled(page, '客户名称').fill('差点丢失的客户')
  await page.getByLabel('客户编号').fill('C-77')
  await page.context().clearCookies()
  await page.getByRole('button', { name: t('records.save') }).click()
  await labelled(page, t('auth.password')).waitFor()
  await see(page, t('auth.sessionExpired'))
  await page.getByLabel(t('auth.identifier')).fill(founder.email)
  await labelled(page, t('auth.password')).fill(founder.password)
  await page.keyboard.press('Enter')
  // What was sent off waits for the person, and is then saved, once.
  await page.getByRole('heading', { level: 1, name: '差点丢失的客户' }).waitFor()
  await until(() => countOf('code = "C-77"')).toBe(1)
})

test('without the network a new record is kept and shown, and is saved once it is back', async () => {
  const { t } = stage
  await visit('/o/company/new')
  await labelled(page, '客户名称').fill('离线时的客户')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: t('records.save') }).click()
  await page.getByRole('heading', { level: 1, name: '离线时的客户' }).waitFor()
  await see(page, t('outbox.waiting', { count: 1 }))
  await page.context().setOffline(false)
  await until(() => countOf('name = "离线时的客户"')).toBe(1)
  await page.getByText(t('outbox.waiting', { count: 1 })).waitFor({ state: 'detached' })
})

test('what a server does not answer is kept too, and saved once', async () => {
  await visit('/o/company/new')
  let away = true
  await page.route('**/api/v1/records/company', (route) => (away ? route.abort() : route.continue()))
  await labelled(page, '客户名称').fill('第二次才保存')
  await page.getByRole('button', { name: stage.t('records.save') }).click()
  await page.getByRole('heading', { level: 1, name: '第二次才保存' }).waitFor()
  expect(await countOf('name = "第二次才保存"')).toBe(0)
  // Not by taking the route away: what is asked for at that moment would never be answered.
  away = false
  await until(() => countOf('name = "第二次才保存"')).toBe(1)
  await page.unroute('**/api/v1/records/company')
})

test('a failing list says so and is asked for again; a slow one shows its shape', async () => {
  const { t } = stage
  let fails = true
  await page.route('**/api/v1/records/contact?*', (route) => (fails ? route.abort() : route.continue()))
  await visit('/o/contact')
  await page.getByRole('alert').getByText(t('records.listFailed')).waitFor()
  expect(await page.getByRole('alert').first().textContent()).not.toMatch(/TypeError|Failed to fetch/)
  fails = false
  await page.getByRole('button', { name: t('design.retry') }).click()
  await page.getByRole('rowheader').filter({ hasText: '何一帆' }).waitFor()
  await page.unroute('**/api/v1/records/contact?*')
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  await page.route('**/api/v1/records/company?*', async (route) => {
    await released
    await route.continue()
  })
  await visit('/o/company')
  await page.locator('[aria-busy=true]').first().waitFor()
  release()
  await page.getByRole('rowheader').first().waitFor()
  await page.unroute('**/api/v1/records/company?*')
  expect(stage.uncaught).toEqual([])
})
