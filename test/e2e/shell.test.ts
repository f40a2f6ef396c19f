import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiOf, founder } from './support/kith.ts'
import { signIn } from './support/member.ts'
import { gone, see, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'

let stage: Stage
let page: Page
let companyId: string
/** A program of a colleague. */
let colleague: ReturnType<typeof apiOf>

const other = {
  name: '林知夏',
  email: 'lin.zhixia@example.com',
  password: 'ein anderes langes Wort',
} as const

beforeAll(async () => {
  stage = await setStage()
  const { api, kith } = stage
  const { data: company } = await api.post<{ data: { id: string } }>('/records/company', {
    name: '泓远精密制造',
    phone: '0512-62884100',
  })
  companyId = company.id
  await api.post('/records/contact', { name: '顾承宇', companyId, jobTitle: '生产副总' })
  await api.post('/auth/members', { ...other, role: 'member' })
  const context = await stage.context()
  await signIn(context, kith, other.email, other.password)
  const cookies = await context.cookies()
  colleague = apiOf(kith, { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') })
  await context.close()
  page = await stage.open('/inbox')
  await page.getByRole('heading', { level: 1, name: stage.t('shell.inbox') }).waitFor()
})
afterAll(() => stage.close())

const here = () => Promise.resolve(new URL(page.url()).pathname)
const palette = () => page.getByRole('combobox', { name: stage.t('shell.searchOrJump') })

test('the palette finds a record by the initials of its pinyin, opens it, and back leads back', async () => {
  await page.keyboard.press('Control+k')
  await palette().waitFor()
  await page.keyboard.type('hyjm')
  const found = page.getByRole('option', { name: /泓远精密制造/ })
  await found.waitFor()
  await until(async () => found.getAttribute('aria-selected')).toBe('true')
  await page.keyboard.press('Enter')
  await until(here).toBe(`/o/company/${companyId}`)
  await until(() => page.title()).toMatch(/^泓远精密制造/)
  await page.goBack()
  await until(here).toBe('/inbox')
  // What was opened last stands first.
  await page.keyboard.press('Control+k')
  await page
    .getByRole('group', { name: stage.t('shell.recent') })
    .getByRole('option', { name: /泓远精密制造/ })
    .waitFor()
  await page.keyboard.press('Escape')
  await gone(palette())
})

test('a phone number, a name and initials find what they belong to', async () => {
  await page.keyboard.press('Control+k')
  for (const [typed, name] of [
    ['62884100', /泓远精密制造/],
    ['顾承', /顾承宇.*泓远精密制造/],
    ['kh', /^客户/],
  ] as const) {
    await palette().fill(typed)
    await page.getByRole('option', { name }).first().waitFor()
  }
  await palette().fill('没有人叫这个')
  await see(page, stage.t('shell.paletteNothing', { text: '没有人叫这个' }))
  await page.keyboard.press('Escape')
  await gone(palette())
})

test('G and a letter lead to places, and type nothing elsewhere', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await until(here).toBe('/o/company')
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await until(here).toBe('/inbox')
  await page.keyboard.press('Control+k')
  await palette().fill('')
  await page.keyboard.type('gc')
  expect(await palette().inputValue()).toBe('gc')
  await page.keyboard.press('Escape')
  await gone(palette())
  expect(await here()).toBe('/inbox')
})

test('C asks what to create where no object is in view; a member is made with an account', async () => {
  await page.keyboard.press('c')
  const sheet = page.getByRole('dialog', { name: stage.t('shell.create') })
  await sheet.getByRole('button', { name: '联系人' }).click()
  await until(here).toBe('/o/contact/new')
  await page.goto(`${stage.kith.address}/o/user/new`)
  await until(here).toBe('/settings/members')
  await page.getByRole('heading', { level: 2, name: stage.t('settings.members') }).waitFor()
})

test('? shows every key in groups', async () => {
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: stage.t('shell.keys') })
  await dialog.getByRole('heading', { name: stage.t('shell.keysList') }).waitFor()
  expect(await dialog.getByRole('definition').count()).toBeGreaterThan(30)
  await page.keyboard.press('Escape')
  await gone(dialog)
})

test('a mention of a colleague arrives while the page is open, and is read', async () => {
  await page.goto(`${stage.kith.address}/inbox`)
  await see(page, stage.t('inbox.nothing'))
  const me = await stage.api.get<{ data: { id: string; name: string }[] }>(
    `/records/user?filter=${encodeURIComponent(`name = "${founder.name}"`)}`,
  )
  await colleague.post('/records/activity', {
    kind: 'note',
    subject: '报价',
    body: `[@${founder.name}](user:${me.data[0]?.id}) 报价单今天要发出`,
    regarding: [{ object: 'company', id: companyId }],
  })
  const line = page.getByRole('link').filter({ hasText: stage.t('inbox.mention', { name: other.name }) })
  await line.waitFor()
  await until(() => page.title()).toMatch(/^\(1\) /)
  const entry = page.getByRole('link', { name: new RegExp(stage.t('shell.unreadCount', { count: 1 })) })
  await entry.waitFor()
  await page.keyboard.press('j')
  await until(() => page.evaluate(() => new URLSearchParams(location.search).get('id') !== null)).toBe(true)
  await page
    .getByRole('region', { name: stage.t('inbox.preview') })
    .getByText('报价单今天要发出')
    .waitFor()
  await page.keyboard.press('e')
  await until(() => page.title()).not.toMatch(/^\(/)
  await gone(entry)
  await until(async () => (await stage.api.get<{ unread: number }>('/notifications')).unread).toBe(0)
})

test('the navigation folds to a rail that names its places, and is folded on the next device too', async () => {
  const navigation = page.getByRole('navigation', { name: stage.t('shell.navigation') })
  const width = async () => Math.round((await navigation.boundingBox())?.width ?? 0)
  await until(width).toBe(232)
  await page.keyboard.press('[')
  await until(width).toBe(48)
  await navigation.getByRole('link', { name: '客户', exact: true }).focus()
  await page.getByRole('tooltip', { name: '客户' }).waitFor()
  const kept = async () =>
    (await stage.api.get<{ data: { navigation?: { rail?: boolean } } }>('/preferences')).data.navigation?.rail
  await until(kept).toBe(true)
  const elsewhere = await stage.open('/inbox')
  const there = elsewhere.getByRole('navigation', { name: stage.t('shell.navigation') })
  await until(async () => Math.round((await there.boundingBox())?.width ?? 0)).toBe(48)
  await page.keyboard.press('[')
  await until(width).toBe(232)
  // What one device changed, the other follows.
  await until(async () => Math.round((await there.boundingBox())?.width ?? 0)).toBe(232)
  await elsewhere.context().close()
})

test('pinned views are put in order and taken away', async () => {
  const views = await Promise.all(
    ['重点客户', '我负责的'].map(async (name) => {
      const { data } = await stage.api.post<{ data: { id: string } }>('/views', {
        object: 'company',
        name,
        kind: 'list',
        shared: true,
        definition: {},
      })
      return data.id
    }),
  )
  await stage.api.send(
    'PUT',
    '/preferences/navigation.pins',
    views.map((view) => ({ object: 'company', view })),
  )
  await page.goto(`${stage.kith.address}/inbox`)
  const pins = page.getByRole('region', { name: stage.t('shell.pinned') })
  const names = () => pins.getByRole('link').allInnerTexts()
  await until(names).toEqual(['重点客户', '我负责的'])
  await pins.getByRole('link', { name: '重点客户' }).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await until(names).toEqual(['我负责的', '重点客户'])
  await pins.getByRole('link', { name: '我负责的' }).click()
  await until(here).toBe('/o/company')
  await until(() => pins.getByRole('link', { name: '我负责的' }).getAttribute('aria-current')).toBe('page')
  await pins.getByRole('button').first().click()
  await page.getByRole('menuitem', { name: stage.t('shell.unpin') }).click()
  await until(names).toEqual(['重点客户'])
})

test('the colour of the workspace is in force at once, for colleagues too', async () => {
  const accent = (of: Page) =>
    of.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent').trim())
  const context = await stage.context()
  await signIn(context, stage.kith, other.email, other.password)
  const theirs = await context.newPage()
  await theirs.goto(`${stage.kith.address}/inbox`)
  await theirs.getByRole('heading', { level: 1 }).waitFor()
  await page.goto(`${stage.kith.address}/settings/workspace`)
  await page.getByRole('radio', { name: stage.t('settings.accentGreen') }).click({ force: true })
  await until(() => accent(page)).toBe('#18794e')
  await until(() => accent(theirs)).toBe('#18794e')
  // Yellow carries no white text: it is darkened.
  await page.getByRole('textbox', { name: stage.t('settings.accentNumber') }).fill('#ffd400')
  await page.keyboard.press('Enter')
  await until(() => accent(page)).not.toBe('#18794e')
  expect(await accent(page)).not.toBe('#ffd400')
  await context.close()
})

test('who else looks at a record is told by name', async () => {
  await page.goto(`${stage.kith.address}/o/company/${companyId}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const context = await stage.context()
  await signIn(context, stage.kith, other.email, other.password)
  const theirs = await context.newPage()
  await theirs.goto(`${stage.kith.address}/o/company/${companyId}`)
  await theirs.getByText(stage.t('presence.looking', { names: founder.name })).waitFor({ state: 'attached' })
  const seen = page.getByText(stage.t('presence.looking', { names: other.name }))
  await seen.first().waitFor({ state: 'attached' })
  await theirs.getByRole('link', { name: stage.t('shell.inbox') }).click()
  await until(() => seen.count()).toBe(0)
  await context.close()
})

test('the app can be installed', async () => {
  const { address } = stage.kith
  const answer = await fetch(`${address}/manifest.webmanifest`)
  expect(answer.headers.get('content-type')).toMatch(/application\/manifest\+json/)
  const manifest = (await answer.json()) as {
    name: string
    display: string
    start_url: string
    icons: { src: string; sizes: string; purpose: string }[]
  }
  expect(manifest).toMatchObject({ name: 'Kith 知客', display: 'standalone', start_url: '/' })
  expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable')
  const measured = await page.evaluate(
    (icons) =>
      Promise.all(
        icons.map(async ({ src }) => {
          const picture = new Image()
          picture.src = src
          await picture.decode()
          return `${picture.naturalWidth}x${picture.naturalHeight}`
        }),
      ),
    manifest.icons,
  )
  expect(measured).toEqual(manifest.icons.map(({ sizes }) => sizes))
  const policy = (await fetch(`${address}/inbox`)).headers.get('content-security-policy')
  expect(policy).toContain("script-src 'self'")
})

test('a phone has five places at its foot, and nothing scrolls sideways', async () => {
  const phone = await stage.open('/inbox', { viewport: 'phone' })
  const bar = phone.getByRole('navigation', { name: stage.t('shell.navigation') })
  await bar.waitFor()
  expect(await bar.locator(':scope > a, :scope > button').count()).toBe(5)
  const sideways = () =>
    phone.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  expect(await sideways()).toBe(false)
  await bar.getByRole('button', { name: stage.t('shell.create') }).click()
  const sheet = phone.getByRole('dialog', { name: stage.t('shell.create') })
  await until(() => sheet.getByRole('button').first().innerText()).toContain(stage.t('shell.logActivity'))
  await phone.keyboard.press('Escape')
  await gone(sheet)
  await bar.getByRole('button', { name: stage.t('shell.more'), exact: true }).click()
  await phone
    .getByRole('dialog')
    .getByRole('link', { name: stage.t('shell.settings') })
    .click()
  await phone.getByRole('heading', { level: 1, name: stage.t('settings.title') }).waitFor()
  expect(await sideways()).toBe(false)
  expect(stage.uncaught).toEqual([])
})
