import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'
import { cellAt, openTable } from './support/table.ts'

let stage: Stage
let page: Page
let keyboard: CDPSession
let id: string

beforeAll(async () => {
  stage = await setStage()
  await stage.api.post('/records/company', { name: '华为技术' })
  page = await stage.open('/home')
  keyboard = await page.context().newCDPSession(page)
})
afterAll(() => stage.close())
beforeEach(async () => {
  const { data } = await stage.api.post<{ data: { id: string } }>('/records/deal', { name: '三期扩容' })
  id = data.id
})

const stored = async () =>
  (await stage.api.get<{ data: Record<string, unknown> }>(`/records/deal/${id}`)).data
const key = (name: string, code = name) => ({
  key: name === 'Enter' ? 'Process' : name,
  code,
  windowsVirtualKeyCode: 229,
})
/** Letters that are not yet text, as an input method has them. */
const letters = async (text: string) => {
  for (let end = 1; end <= text.length; end++)
    await keyboard.send('Input.imeSetComposition', {
      text: text.slice(0, end),
      selectionStart: end,
      selectionEnd: end,
    })
}
/** They become text by Enter, which is the input method's and not the page's. */
const take = async (text: string) => {
  await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key('Enter') })
  await keyboard.send('Input.insertText', { text })
  await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key('Enter') })
}
/** They go by Esc, and what was there before stays. */
const drop = async () => {
  await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key('Escape') })
  await keyboard.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
  await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key('Escape') })
}

interface Field {
  readonly name: string
  readonly label: string
  readonly letters: string
  readonly text: string
  /** What saves the editor: Enter, but where that begins a line. */
  readonly saves?: string
  readonly value: unknown
}

const fields: readonly Field[] = [
  {
    name: 'amount',
    label: '金额',
    letters: 'wushiwan',
    text: '50万',
    value: expect.stringMatching(/^500000/),
  },
  { name: 'closeDate', label: '预计成交日期', letters: 'jintian', text: '2031年5月6日', value: '2031-05-06' },
  { name: 'probability', label: '赢率', letters: 'sanshi', text: '30', value: 30 },
  { name: 'nextStep', label: '下一步', letters: 'fahetong', text: '发合同', value: '发合同' },
  {
    name: 'description',
    label: '备注',
    letters: 'kuorong',
    text: '扩容',
    saves: 'Control+Enter',
    value: '扩容',
  },
]

test.each(fields)(
  '$name: a composition ends by Enter or Esc, and the cell does not',
  async ({ name, letters: typed, text, saves = 'Enter', value }) => {
    await openTable(page, `${stage.kith.address}/o/deal?sort=-createdAt&columns=name,${name}`)
    await cellAt(page, 0, 1).click()
    await letters(typed)
    await take(text)
    const input = cellAt(page, 0, 1).locator('input, textarea, [contenteditable=true]').first()
    await until(() =>
      input.evaluate((one) =>
        one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement ? one.value : one.textContent,
      ),
    ).toContain(text)
    await letters('x')
    await drop()
    expect(await input.isVisible()).toBe(true)
    await page.keyboard.press(saves)
    await until(async () => (await stored())[name]).toEqual(value)
  },
)

test.each(fields)(
  '$name: so it is on the record page',
  async ({ name, label, letters: typed, text, saves = 'Enter', value }) => {
    await page.goto(`${stage.kith.address}/o/deal/${id}`)
    const button = page
      .getByRole('button', { name: stage.t('records.editNamed', { name: label }), exact: true })
      .first()
    await button.focus()
    await page.keyboard.press('Enter')
    const input = page.getByRole('main').getByRole('textbox', { name: label, exact: true })
    await input.waitFor()
    await page.keyboard.press('Control+a')
    await letters(typed)
    await take(text)
    await letters('x')
    await drop()
    expect(await input.isVisible()).toBe(true)
    await page.keyboard.press(saves)
    await until(async () => (await stored())[name]).toEqual(value)
  },
)

test('tags: what is composed becomes a new choice, by the Enter after it', async () => {
  await openTable(page, `${stage.kith.address}/o/deal?sort=-createdAt&columns=name,tags`)
  await cellAt(page, 0, 1).click()
  await letters('zhongdian')
  await take('重点')
  await page.getByRole('option', { name: stage.t('fields.createNamed', { name: '重点' }) }).waitFor()
  expect((await stored()).tags ?? []).toEqual([])
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await until(async () => (await stored()).tags).toEqual(['重点'])
})

test('a relation: what is composed searches, and the Enter after it chooses', async () => {
  await openTable(page, `${stage.kith.address}/o/deal?sort=-createdAt&columns=name,company`)
  await cellAt(page, 0, 1).click()
  await letters('huawei')
  await take('华为')
  await page.getByRole('option', { name: '华为技术' }).waitFor()
  expect((await stored()).companyId).toBeNull()
  await page.keyboard.press('Enter')
  await until(async () => (await stored()).companyId).toEqual(expect.any(String))
})

test('no page threw an error', () => {
  expect(stage.uncaught).toEqual([])
})
