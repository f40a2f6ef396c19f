import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gone, see, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'
import { cellAt, copied, openTable, paste, pressTimes } from './support/table.ts'

let stage: Stage
let page: Page

const nameOf = (index: number) => `公司${String(index).padStart(3, '0')}`
const columns = 'columns=name,numberOfEmployees,description,industry,tags,phone'
const list = () => `${stage.kith.address}/o/company?sort=name&${columns}`

beforeAll(async () => {
  stage = await setStage()
  const companies = Array.from({ length: 120 }, (_, index) => ({
    name: nameOf(index + 1),
    industry: index % 3 === 0 ? 'manufacturing' : 'retail',
    annualRevenue: String((index + 1) * 10_000),
  }))
  await stage.api.post('/records/company', companies)
  page = await stage.open()
})
afterAll(() => stage.close())

/** What the server keeps of a company. */
const kept = async (index: number) => {
  const filter = encodeURIComponent(`name = "${nameOf(index)}"`)
  const { data } = await stage.api.get<{ data: Record<string, unknown>[] }>(
    `/records/company?filter=${filter}`,
  )
  return data[0] ?? {}
}

test('a cell is reached, edited and left by keys alone', async () => {
  await openTable(page, list())
  await page.keyboard.press('j')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('1,200')
  await see(page, stage.t('table.hintSave'))
  await page.keyboard.press('Enter')
  await until(() => cellAt(page, 0, 1).innerText()).toBe('1,200')
  // Enter went down: the next number belongs to the next row, and Tab goes on to the right.
  await page.keyboard.type('88')
  await page.keyboard.press('Tab')
  await page.keyboard.type('第二行的备注')
  await page.keyboard.press('Control+Enter')
  await until(async () => (await kept(2)).description).toBe('第二行的备注')
  expect(await kept(1)).toMatchObject({ numberOfEmployees: 1200 })
  expect(await kept(2)).toMatchObject({ numberOfEmployees: 88 })
  // Back on the title a letter is a command again.
  await page.keyboard.press('Home')
  await page.keyboard.press('x')
  await see(page, stage.t('records.selected', { count: 1 }))
  await page.keyboard.press('Escape')
})

test('what is refused stays in its cell with the reason; Esc gives it up', async () => {
  await openTable(page, list())
  await page.keyboard.press('j')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('很多')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').first().waitFor()
  expect(await cellAt(page, 0, 1).locator('input').inputValue()).toBe('很多')
  await page.keyboard.press('Escape')
  await gone(page.getByRole('alert'))
  expect(await kept(1)).toMatchObject({ numberOfEmployees: 1200 })
})

test('an input method loses no letter, and its Enter ends the composition alone', async () => {
  await openTable(page, list())
  const devtools = await page.context().newCDPSession(page)
  const compose = (text: string) =>
    devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await pressTimes(page, 'j', 4)
  await pressTimes(page, 'ArrowRight', 2)
  for (const text of ['h', 'hu', 'hua', 'huawei']) await compose(text)
  // What is composed is seen in the cell before there is an editor.
  await until(() => cellAt(page, 3, 2).locator('input').inputValue()).toBe('huawei')
  await devtools.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Enter',
    windowsVirtualKeyCode: 229,
  })
  await devtools.send('Input.insertText', { text: '华为' })
  const editor = cellAt(page, 3, 2).locator('textarea')
  await until(() => editor.inputValue()).toBe('华为')
  for (const text of ['j', 'jishu']) await compose(text)
  await devtools.send('Input.insertText', { text: '技术' })
  await until(() => editor.inputValue()).toBe('华为技术')
  await page.keyboard.press('Control+Enter')
  await until(async () => (await kept(4)).description).toBe('华为技术')
})

test('a range of a spreadsheet is read cell by cell, and told what it could not write', async () => {
  const stood = { 11: await kept(11), 13: await kept(13) }
  await openTable(page, list())
  await pressTimes(page, 'j', 11)
  await page.keyboard.press('ArrowRight')
  await paste(
    page,
    '1.2万\t"两行\n备注"\t制造业\t重点、续约\r\n300\t\t零售\t\r\n很多\t三\t没有这个行业\t样板\r\n',
  )
  await until(async () => (await kept(13)).tags).toEqual(['样板'])
  expect(await kept(11)).toMatchObject({
    numberOfEmployees: 12_000,
    description: '两行\n备注',
    industry: 'manufacturing',
    tags: ['重点', '续约'],
  })
  expect(await kept(12)).toMatchObject({ numberOfEmployees: 300, industry: 'retail' })
  expect(await kept(13)).toMatchObject({ numberOfEmployees: null, description: '三' })
  await see(page, /2格没有写入/)
  // The range that was written is copied as it came: numbers bare, choices by their names.
  const { text, html } = await copied(page)
  expect(text.split('\r\n')[0]).toBe('12000\t"两行\n备注"\t制造业\t重点、续约')
  expect(html).toContain('<td>12000</td>')
  await page.keyboard.press('Control+z')
  for (const index of [11, 13] as const) {
    const { version: _version, updatedAt: _updatedAt, updatedBy: _updatedBy, ...values } = stood[index]
    await until(() => kept(index)).toMatchObject(values)
  }
})

test('a paste of fifty megabytes is refused before it is read', async () => {
  await openTable(page, list())
  await page.keyboard.press('j')
  await page.keyboard.press('ArrowRight')
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', 'x\t'.repeat(25_000_000))
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  })
  await see(page, /50\.0 MB/)
  expect(await kept(1)).toMatchObject({ numberOfEmployees: 1200 })
})

test('a range fills down and is cleared, each with one undo', async () => {
  await openTable(page, list())
  await pressTimes(page, 'j', 21)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('7')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  await pressTimes(page, 'Shift+ArrowDown', 3)
  await see(page, stage.t('table.cellsSelected', { count: 4 }))
  await page.keyboard.press('Control+d')
  await until(async () => (await kept(24)).numberOfEmployees).toBe(7)
  await page.keyboard.press('Delete')
  await until(async () => (await kept(24)).numberOfEmployees).toBeNull()
  await page.keyboard.press('Control+z')
  await until(async () => (await kept(24)).numberOfEmployees).toBe(7)
})

test('groups have their counts and sums, fold by key and load their rows', async () => {
  await openTable(page, `${list()},annualRevenue&group=industry&totals=annualRevenue:sum`)
  await see(page.locator('[data-line="0"]'), '制造业')
  await see(page.locator('[data-line="0"]'), '40')
  await see(page.locator('[data-line="0"]'), '¥2,380.00万')
  await cellAt(page, 1, 0).getByText(nameOf(1)).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('ArrowLeft')
  await see(page.locator('[data-line="1"]'), '零售')
  await cellAt(page, 2, 0).getByText(nameOf(2)).waitFor()
  await page.keyboard.press('ArrowRight')
  await cellAt(page, 1, 0).getByText(nameOf(1)).waitFor()
  expect(stage.uncaught).toEqual([])
})

test('a column is made wider, moved and hidden from its menu; the address keeps it', async () => {
  await openTable(page, list())
  const menuOf = async (name: string, item: string) => {
    const head = page.getByRole('columnheader', { name: new RegExp(name) }).first()
    await head.hover()
    await head.getByRole('button', { name: stage.t('table.columnMenu', { field: name }) }).click()
    await page.getByRole('menuitem', { name: item, exact: true }).click()
    // The next one opens once this one has faded.
    await until(() => page.getByRole('menuitem').count()).toBe(0)
  }
  const asked = () => new URL(page.url()).searchParams.get('columns') ?? ''
  await menuOf('员工人数', stage.t('table.widen'))
  await until(async () => asked()).toContain('numberOfEmployees:128')
  await menuOf('行业', stage.t('table.moveLeft'))
  await until(async () => asked()).toMatch(/industry,description/)
  await menuOf('标签', stage.t('table.hideColumn'))
  await until(async () => asked()).not.toContain('tags')
})
