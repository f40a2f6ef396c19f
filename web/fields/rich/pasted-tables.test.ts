import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '#test/support/browser.ts'

let browser: Browser
let page: Page

/** Tables are read by a browser's own parser: it knows best what people's programs put on a clipboard. */
beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
  const source = readFileSync(join(import.meta.dirname, 'pasted-tables.ts'), 'utf8')
  const script = stripTypeScriptTypes(source).replaceAll(/^export /gm, '')
  await page.addScriptTag({ content: script })
})
afterAll(() => browser.close())

declare const plainTables: (html: string) => string
declare const tableOfText: (text: string) => string | undefined

const plain = (html: string): Promise<string> => page.evaluate((given) => plainTables(given), html)
const fromText = (text: string) => page.evaluate((given) => tableOfText(given) ?? null, text)

/** Rows of cells, header cells with a `#` before them. */
const cellsOf = (html: string): Promise<string[][]> =>
  page.evaluate((given) => {
    const { body } = new DOMParser().parseFromString(given, 'text/html')
    return [...body.querySelectorAll('tr')].map((row) =>
      [...row.cells].map(({ localName, innerHTML }) => (localName === 'th' ? '#' : '') + innerHTML.trim()),
    )
  }, html)
const table = async (html: string) => cellsOf(await plain(`<table>${html}</table>`))

describe('a pasted text', () => {
  test('of lines with tabs is a table', async () => {
    expect(await cellsOf((await fromText('名称\t金额\n泓远\t50\n')) ?? '')).toEqual([
      ['名称', '金额'],
      ['泓远', '50'],
    ])
  })

  test.each([
    ['without tabs', '名称\n泓远'],
    ['whose lines differ in tabs', '名称\t金额\n泓远'],
    ['of nothing', ''],
  ])('%s is none', async (_what, text) => {
    expect(await fromText(text)).toBeNull()
  })

  test('stays text in its cells, whatever it looks like', async () => {
    const made = (await fromText('<b>a</b>\t<img src=x onerror=1>')) ?? ''
    expect(await cellsOf(made)).toEqual([['&lt;b&gt;a&lt;/b&gt;', '&lt;img src=x onerror=1&gt;']])
  })
})

test('HTML without a table is left as it is', async () => {
  const html = '<p>第一段</p><script>1</script>'
  expect(await plain(html)).toBe(html)
})

test('the first row is the header, and no other is', async () => {
  const rows = '<tr><td>名称</td><td>金额</td></tr><tr><th>泓远</th><td>50</td></tr>'
  expect(await table(rows)).toEqual([
    ['#名称', '#金额'],
    ['泓远', '50'],
  ])
})

test('a cell that spans others leaves empty ones in their places', async () => {
  const rows =
    '<tr><td colspan="2">甲</td><td>乙</td></tr><tr><td rowspan="2">丙</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr>'
  expect(await table(rows)).toEqual([
    ['#甲', '#', '#乙'],
    ['丙', '1', '2'],
    ['', '3', '4'],
  ])
})

test('a block of spanned cells keeps what stands beside and below it in its column', async () => {
  const rows =
    '<tr><td rowspan="2" colspan="2">甲</td><td>1</td></tr><tr><td>2</td></tr><tr><td>3</td><td>4</td><td>5</td></tr>'
  expect(await table(rows)).toEqual([
    ['#甲', '#', '#1'],
    ['', '', '2'],
    ['3', '4', '5'],
  ])
})

test('a row that is too short is filled up; a span without end ends', async () => {
  expect(await table('<tr><td>甲</td><td>乙</td></tr><tr><td>1</td></tr>')).toEqual([
    ['#甲', '#乙'],
    ['1', ''],
  ])
  const [row = []] = await table('<tr><td colspan="100000" rowspan="100000">甲</td><td>乙</td></tr>')
  expect(row.length).toBeLessThanOrEqual(201)
})

test('a cell is one line, with what is formatted in it', async () => {
  const rows = '<tr><td>甲</td><td><p>一</p><p><b>二</b><br>三</p><ul><li>四</li></ul></td></tr>'
  const [[, cell = ''] = []] = await table(rows)
  expect(cell.replaceAll(/\s+/g, ' ')).toBe('#一 <b>二</b> 三 四')
})

test('captions and widths of columns go', async () => {
  const html = await plain(
    '<table><caption>表一</caption><colgroup><col></colgroup><tr><td>1</td><td>2</td></tr></table>',
  )
  expect(html).not.toMatch(/caption|col/)
})

test('a table that only lays out a page is no table: what is in it stays, in its order', async () => {
  const html = await plain(
    '<table><tr><td><p>开头</p></td></tr><tr><td><table><tr><td>甲</td><td>乙</td></tr></table></td></tr></table>',
  )
  expect(html).toContain('<p>开头</p>')
  expect(await cellsOf(html)).toEqual([['#甲', '#乙']])
  expect(html.indexOf('开头')).toBeLessThan(html.indexOf('甲'))
})

test('a table within a cell of a table becomes text of that cell', async () => {
  const inner = '<table><tr><td>1</td><td>2</td></tr></table>'
  const rows = await table(`<tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>${inner}</td></tr>`)
  expect(rows.map((row) => row.map((cell) => cell.replaceAll(/\s+/g, ' ')))).toEqual([
    ['#甲', '#乙'],
    ['丙', '1 2'],
  ])
})

test('what a spreadsheet copies, with its comments and styles, is a table', async () => {
  const rows = await cellsOf(
    await plain(
      '<html><head><style>td{mso-number-format:General}</style></head><body><!--StartFragment--><table border=0><tr height=19><td class=xl65>客户</td><td class=xl66 align=right>1,200</td></tr></table><!--EndFragment--></body></html>',
    ),
  )
  expect(rows).toEqual([['#客户', '#1,200']])
})

test('nothing pasted runs or is loaded', async () => {
  await plain('<table><tr><td><img src="x" onerror="window.ran = 1"></td><td>1</td></tr></table>')
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
})
