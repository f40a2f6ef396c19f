import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, openPage, type PageLook } from '#test/support/browser.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
let browser: Browser

beforeAll(async () => {
  server = await startTestServer('zh-CN')
  browser = await launchBrowser()
  const evil = '<img src=x onerror="window.broken = true">'
  const fields = [{ name: 'evil', type: 'text', label: evil, help: evil }]
  expect((await server.key.post('/objects', { name: 'custom', label: evil, fields })).status).toBe(201)
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

/** The page as somebody signed in sees it; what goes wrong in it is collected. */
async function open(hash = '', look: PageLook = {}): Promise<{ page: Page; problems: string[] }> {
  const page = await openPage(browser, look)
  page.setDefaultTimeout(10_000)
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  const [name = '', value = ''] = (server.session.headers.cookie ?? '').split(/=(.*)/s)
  await page.context().addCookies([{ name, value, url: server.address }])
  await page.goto(`${server.address}/api/docs${hash}`)
  await page.locator('nav .groups details').first().waitFor({ state: 'attached' })
  return { page, problems }
}

test('finds an operation by words, shows its parts, and sends it', async () => {
  const { page, problems } = await open('', { locale: 'en' })
  await page.keyboard.press('/')
  await page.keyboard.type('company record.list')
  await page.locator('nav a.link').first().click()
  await expect.poll(() => page.locator('h1').innerText()).toBe('A page of records, filtered and sorted')
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  expect(await page.locator('table').first().innerText()).toContain('filter')
  await page.getByLabel('limit').fill('1')
  expect(await page.getByLabel('Command line').innerText()).toContain('/api/v1/records/company?limit=1')
  await page.getByRole('button', { name: 'Send request' }).click()
  await page.locator('.result').getByText('200 Done').waitFor()
  expect(await page.locator('.result pre').last().innerText()).toContain('"data": []')

  await page.getByLabel('filter').fill('nam = 1')
  await page.getByRole('button', { name: 'Send request' }).click()
  await page.locator('.result').getByText('400 Refused').waitFor()
  expect(await page.locator('.result pre').last().innerText()).toContain('expression_unknown_field')
  expect(problems.filter((text) => !text.includes('400'))).toEqual([])
  await page.context().close()
})

test('a record is made from the form', async () => {
  const { page, problems } = await open('#record.create.company', { locale: 'en' })
  await page.getByLabel('Body', { exact: true }).fill('{"name": "From the page"}')
  await page.getByRole('button', { name: 'Send request' }).click()
  await page.locator('.result').getByText('201 Done').waitFor()
  const { records } = await server.key.get('/records/company', { filter: 'name = "From the page"' })
  expect(records).toHaveLength(1)
  expect(problems).toEqual([])
  await page.context().close()
})

test('labels stay text', async () => {
  const { page, problems } = await open('#record.create.custom')
  expect(await page.locator('.crumb').innerText()).toContain('<img src=x')
  expect(await page.locator('img').count()).toBe(0)
  expect(await page.evaluate(() => 'broken' in window)).toBe(false)
  expect(problems).toEqual([])
  await page.context().close()
})

test.each([
  ['zh-CN', '搜索操作', '筛选并排序的一页记录'],
  ['zh-TW', '搜尋操作', '篩選並排序的一頁記錄'],
  ['en-GB', 'Search operations', 'A page of records, filtered and sorted'],
])('speaks %s and fits a phone', async (locale, search, summary) => {
  const { page } = await open('', { locale, viewport: 'phone', theme: 'dark' })
  expect(await page.locator('#search').getAttribute('placeholder')).toBe(search)
  await page.locator('#search').fill('record.list company')
  await page.locator('nav a.link').first().click()
  await expect.poll(() => page.locator('h1').innerText()).toBe(summary)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(await page.locator('nav').isVisible()).toBe(false)
  await page.locator('a.back').click()
  await page.locator('nav').waitFor()
  await page.context().close()
})

test('without a session a key that is typed in does', async () => {
  const page = await openPage(browser, { locale: 'en' })
  await page.goto(`${server.address}/api/docs`)
  await page.getByText('Sign in first').waitFor()
  const key = (server.key.headers.authorization ?? '').replace('Bearer ', '')
  await page.getByLabel('API key').fill(key)
  await page.getByRole('button', { name: 'Use key' }).click()
  await page.locator('nav .groups details').first().waitFor()
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
    0,
    0,
    '',
  ])
  await page.context().close()
})

test('nothing serious for axe, in light and dark', async () => {
  const { createRequire } = await import('node:module')
  const path = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
  for (const theme of ['light', 'dark'] as const) {
    const { page } = await open('#record.create.company', { theme, locale: 'en' })
    // The page's own policy lets no foreign script in; evaluated by the debugger it runs all the same.
    await page.evaluate(await (await import('node:fs/promises')).readFile(path, 'utf8'))
    const found = await page.evaluate<{
      violations: { id: string; impact: string; nodes: { html: string }[] }[]
    }>('axe.run()')
    const serious = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    await page.context().close()
  }
})
