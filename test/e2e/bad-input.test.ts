import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sameInAllLanguages } from '#shared/language.ts'
import { labelled, see, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'

let stage: Stage
let page: Page
/** A company, and a record of an object of 300 fields, for each kind of name. */
const companies: string[] = []
const wide: string[] = []

const bomb = '<img src=x onerror="window.ran=1"><script>window.ran=1</script><svg onload="window.ran=1">'
const names = [
  '长'.repeat(150) + 'W'.repeat(150),
  '👩‍👩‍👧‍👦🇨🇳👍🏽'.repeat(15),
  `Z${'\u0301\u0316\u0334'.repeat(95)}algo\u200b\u2060`,
  'שלום עולם \u202eabc مرحبا (123)',
  bomb,
  '{{constructor.constructor("window.ran=1")()}}',
] as const
/** Each of them held up a browser for seconds to minutes, or ended in a stack overflow, where it was formatted. */
const texts = [
  `${'>'.repeat(10_000)} a`,
  `${'['.repeat(10_000)}a${']'.repeat(10_000)}`,
  '<b>'.repeat(30_000),
  '!'.repeat(50_000),
  `[点](javascript:window.ran=1) ![p](x" onerror="window.ran=1) [d](data:text/html,<script>1</script>) ${bomb}`,
  '字'.repeat(99_000),
] as const
const kinds = [
  'text',
  'number',
  'money',
  'date',
  'boolean',
  'longText',
  'email',
  'tags',
  'richText',
  'url',
] as const
const soon = () => new Date(Date.now() + 3_600_000).toISOString()

beforeAll(async () => {
  stage = await setStage()
  const { api } = stage
  await api.post('/objects', {
    name: 'wide',
    label: sameInAllLanguages('宽表'),
    fields: [
      { name: 'name', type: 'text', label: sameInAllLanguages('名称'), required: true, maxLength: 500 },
      { name: 'body', type: 'richText', label: sameInAllLanguages('正文') },
      ...Array.from({ length: 300 }, (_, index) => ({
        name: `f${index}`,
        type: kinds[index % kinds.length],
        label: sameInAllLanguages(index % 7 === 0 ? `${bomb.slice(0, 60)} ${index}` : `字段 ${index}`),
      })),
    ],
  })
  for (const [index, name] of names.entries()) {
    const tags = Array.from({ length: 200 }, (_, n) => `${[...name].slice(0, 12).join('')}${n}`)
    const made = await api.post<{ data: { id: string } }>('/records/company', {
      name,
      legalName: name,
      description: texts[index] ?? '',
      website: 'https://a.example/"onmouseover="window.ran=1',
      tags,
    })
    const { id } = made.data
    companies.push(id)
    const regarding = { object: 'company', id }
    await api.post('/records/deal', { name, companyId: id, amount: '99999999999999.99', tags })
    await api.post('/records/task', { subject: name, regarding, dueAt: soon() })
    await api.post('/records/activity', {
      kind: 'meeting',
      subject: name,
      body: texts[index] ?? '',
      occurredAt: soon(),
      regarding: [regarding],
    })
    const record = await api.post<{ data: { id: string } }>('/records/wide', {
      name: name.padEnd(450, '…'),
      body: texts[index] ?? '',
      f0: name,
      f5: texts[index] ?? '',
    })
    wide.push(record.data.id)
  }
  page = await stage.open('/home')
})
afterAll(() => stage.close())

const visit = async (path: string, on: Page = page) => {
  await on.goto(`${stage.kith.address}${path}`)
  await on.getByRole('heading', { level: 1 }).first().waitFor()
  await on.waitForFunction(() => document.querySelector('[aria-busy="true"], [class*="skeleton" i]') === null)
}

/** Nothing ran, nothing leads to a script, nothing is wider than the window. */
const harm = (on: Page = page) =>
  on.evaluate(() => ({
    ran: 'ran' in window,
    pictures: document.querySelectorAll('img[src="x"], main svg[onload]').length,
    links: [...document.querySelectorAll('a')].filter(({ href }) => /^(javascript|data):/.test(href)).length,
    wider: Math.max(0, document.documentElement.scrollWidth - innerWidth),
  }))
const none = { ran: false, pictures: 0, links: 0, wider: 0 }

const places = () => [
  '/o/company',
  '/o/deal?kind=board',
  `/o/wide?columns=name,body,${Array.from({ length: 300 }, (_, index) => `f${index}`).join(',')}`,
  '/o/activity?kind=calendar',
  '/calendar',
  '/tasks',
  '/home',
  '/o/wide/new',
  '/import/wide',
  ...companies.slice(0, 5).map((id) => `/o/company/${id}`),
  ...wide.slice(1, 5).map((id) => `/o/wide/${id}`),
]

test('whatever is in the fields, every screen keeps its shape and runs none of it', async () => {
  for (const path of places()) {
    await visit(path)
    expect({ path, ...(await harm()) }).toEqual({ path, ...none })
  }
  await page.keyboard.press('Control+k')
  await page.getByRole('option').first().waitFor()
  expect(await harm()).toEqual(none)
  await page.keyboard.press('Escape')
})

test('on a phone too', async () => {
  const phone = await stage.open('/home', { viewport: 'phone' })
  const some = [
    '/o/company',
    '/o/deal?kind=board',
    '/tasks',
    '/calendar',
    `/o/company/${companies[0]}`,
    `/o/wide/${wide[3]}`,
  ]
  for (const path of some) {
    await visit(path, phone)
    expect({ path, ...(await harm(phone)) }).toEqual({ path, ...none })
  }
  await phone.context().close()
})

test('the head of a record has room for its name beside 200 tags', async () => {
  await visit(`/o/company/${companies[0]}`)
  const title = await page.getByRole('heading', { level: 1 }).boundingBox()
  expect(title?.width).toBeGreaterThan(300)
  expect(title?.height).toBeLessThan(60)
  await see(page, '+192')
})

test('a text that is too heavy to format is edited as it was written', async () => {
  await visit(`/o/wide/${wide[2]}`)
  const button = page.getByRole('button', {
    name: stage.t('records.editNamed', { name: '正文' }),
    exact: true,
  })
  await button.focus()
  await button.press('Enter')
  const box = page.getByRole('main').getByRole('textbox', { name: '正文', exact: true })
  expect(await box.inputValue()).toBe(texts[2])
  await box.press('Escape')
})

test('an address of nonsense shows a page that says what is wrong', async () => {
  const nonsense = [
    '/o/company?view=x&kind=nope&filter=%25%28%28&sort=-,,x&columns=a:9e9,b&frozen=99&group=z&totals=a:b:c&by=q&search=%00&place=-5',
    `/o/deal?kind=board&by=amount&filter=${'('.repeat(3_000)}`,
    '/o/deal?kind=calendar&by=name',
    '/o/company/not-an-id?tab=x&view=z',
    '/o/nothing',
    '/o/nothing/abc',
    '/o/company/new?companyId=zz&nope=1&amount=abc',
    '/tasks?show=zz&group=qq&id=zz',
    '/calendar?span=zz&day=999999-99-99&whose=abc',
    '/inbox?show=zz&id=zz',
    '/settings/zz',
    '/import/zz',
  ]
  for (const path of nonsense) {
    await page.goto(`${stage.kith.address}${path}`)
    await page.waitForFunction(
      () => document.querySelector('[aria-busy="true"], [class*="skeleton" i]') === null,
    )
    await until(async () => ({ path, titled: (await page.title()) !== '' })).toEqual({ path, titled: true })
    expect({ path, said: (await page.getByRole('main').innerText()).trim() }).not.toEqual({ path, said: '' })
  }
})

test('a view outlives the fields that it showed, filtered and sorted by', async () => {
  const { api, t } = stage
  await api.post('/objects', {
    name: 'changing',
    label: sameInAllLanguages('易变'),
    fields: [
      { name: 'name', type: 'text', label: sameInAllLanguages('名称') },
      { name: 'old', type: 'number', label: sameInAllLanguages('旧字段') },
    ],
  })
  await api.post('/records/changing', { name: '甲', old: 1 })
  await visit('/o/changing?columns=name,old&filter=old+%3E+0&sort=-old&group=old&totals=old:sum')
  await see(page, '旧字段')
  await api.send('DELETE', '/objects/changing/fields/old')
  await page.getByRole('main').getByText('旧字段').first().waitFor({ state: 'hidden' })
  await api.send('DELETE', '/objects/changing')
  await see(page, t('shell.notFound'))
})

test('a form that was not saved is there again after a reload; a new one is blank', async () => {
  await visit('/o/company/new')
  await labelled(page, '客户名称').fill('差点丢失')
  await page.reload()
  await until(() => labelled(page, '客户名称').inputValue()).toBe('差点丢失')
  await visit('/home')
  await page.goto(`${stage.kith.address}/o/company/new`)
  await labelled(page, '客户名称').waitFor()
  expect(await labelled(page, '客户名称').inputValue()).toBe('')
})

test('no page threw an error', () => {
  expect(stage.uncaught).toEqual([])
})
