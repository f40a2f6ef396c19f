import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '#shared/errors.ts'
import { openTable } from './open-table.ts'
import type { SourceRow } from './table.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-reading-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(content: string | Buffer, name = 'file.csv'): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function readAll(path: string) {
  const table = await openTable(path)
  const rows: SourceRow[] = []
  for await (const row of table.rows()) rows.push(row)
  return { table, rows }
}

const simplified =
  '公司名称,联系人,电话\n苏州科技有限公司,张伟,13800138000\n上海贸易有限公司,李娜,021-62884100\n'
const traditional =
  '公司名稱,聯絡人,電話\n台北科技股份有限公司,陳志明,0912345678\n高雄貿易有限公司,林怡君,07-1234567\n'

describe('encodings', () => {
  it.each([
    ['utf-8', simplified, 'utf8'],
    ['gb18030', simplified, 'gb18030'],
    ['big5', traditional, 'big5'],
    ['utf-16le', simplified, 'utf-16le'],
    ['utf-16be', simplified, 'utf-16be'],
    ['windows-1252', 'name,city\nMüller,Köln\nGarçon,Orléans\n', 'windows-1252'],
  ])('finds %s without a mark', async (encoding, text, codec) => {
    const { table, rows } = await readAll(file(iconv.encode(text, codec)))
    expect(table.detail.encoding).toBe(encoding)
    expect([table.columns, ...rows.map((row) => row.cells)]).toEqual(
      text
        .trim()
        .split('\n')
        .map((line) => line.split(',')),
    )
  })

  it.each([['utf8'], ['utf-16le'], ['utf-16be']])('removes the mark of %s', async (codec) => {
    const { table } = await readAll(file(iconv.encode(simplified, codec, { addBOM: true })))
    expect(table.columns[0]).toBe('公司名称')
  })

  it('tells UTF-8 apart by a character far into the file', async () => {
    const rows = `a,b\n${'plain,text\n'.repeat(300_000)}苏州,x\n`
    const { table, rows: read } = await readAll(file(rows))
    expect(table.detail.encoding).toBe('utf-8')
    expect(read.at(-1)).toEqual({ number: 300_001, line: 300_002, cells: ['苏州', 'x'] })
  })

  it('decides short simplified and traditional texts by their words', async () => {
    for (const [codec, text] of [
      ['gb18030', '姓名\n王芳\n'],
      ['gb18030', '客户,状态\n广东华为,已成交\n'],
      ['big5', '姓名,公司\n王小明,台灣電信\n'],
    ] as const) {
      const { table } = await readAll(file(iconv.encode(text, codec)))
      expect(table.detail.encoding, text).toBe(codec)
    }
  })
})

describe('CSV', () => {
  it.each([[','], [';'], ['\t'], ['|']])('finds the delimiter %j', async (delimiter) => {
    const text = [
      ['name', 'amount', 'note'],
      ['Acme', '"1,5"', 'a'],
      ['Beta', '"2,5"', '"x; y"'],
    ]
      .map((cells) => cells.join(delimiter))
      .join('\r\n')
    const { table, rows } = await readAll(file(text))
    expect(table.detail.delimiter).toBe(delimiter)
    expect(rows.map((row) => row.cells)).toEqual([
      ['Acme', '1,5', 'a'],
      ['Beta', '2,5', 'x; y'],
    ])
  })

  it('keeps the line of the original file across quoted line breaks and blank lines', async () => {
    const { rows } = await readAll(file('a,b\r\n1,"x\r\ny"\r\n\r\n3,"say ""hi"""\n4,"z\n\nk"\n5,6\n'))
    expect(rows).toEqual([
      { number: 1, line: 2, cells: ['1', 'x\ny'] },
      { number: 2, line: 5, cells: ['3', 'say "hi"'] },
      { number: 3, line: 6, cells: ['4', 'z\n\nk'] },
      { number: 4, line: 9, cells: ['5', '6'] },
    ])
  })

  it('names every column once and pads short rows', async () => {
    const { table, rows } = await readAll(file('name,,name\nAcme\nBeta,1,2,3\n'))
    expect(table.columns).toEqual(['name', '#2', 'name (2)'])
    expect(rows.map((row) => row.cells)).toEqual([
      ['Acme', '', ''],
      ['Beta', '1', '2'],
    ])
  })

  it('skips a title above the headers', async () => {
    const { table, rows } = await readAll(file('客户名单,,\n姓名,电话,公司\n张伟,1,A\n'))
    expect(table.headerLine).toBe(2)
    expect(rows).toEqual([{ number: 1, line: 3, cells: ['张伟', '1', 'A'] }])
  })

  it('says on which line a quote was opened and never closed', async () => {
    const error = await readAll(file(`a,b\n1,2\n3,"open\n${'4,5\n'.repeat(20)}`)).catch((caught) => caught)
    expect(error).toBeInstanceOf(AppError)
    expect(error).toMatchObject({ code: 'file_quote_open', parameters: { line: 3 } })
  })

  it.each([
    ['file_empty', ''],
    ['file_empty', '\n\n'],
    ['file_format_unknown', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['file_format_unknown', '%PDF-1.7'],
    ['file_unreadable', Buffer.from('504b03040000', 'hex')],
  ])('refuses with %s', async (code, content) => {
    await expect(readAll(file(content))).rejects.toMatchObject({ code })
  })
})

describe('XLSX', () => {
  async function workbook(fill: (sheet: ExcelJS.Worksheet) => void): Promise<string> {
    const book = new ExcelJS.Workbook()
    fill(book.addWorksheet('客户'))
    const path = join(folder, 'book.xlsx')
    await book.xlsx.writeFile(path)
    return path
  }

  it('reads texts, exact numbers, dates, booleans, formulas and links', async () => {
    const path = await workbook((sheet) => {
      sheet.addRow(['名称', '金额', '日期', '时间', '在用', '合计', '网址'])
      sheet.addRow([
        '苏州科技',
        1100.04,
        new Date(Date.UTC(2017, 2, 1)),
        new Date(Date.UTC(2017, 2, 1, 13, 30)),
        true,
        { formula: 'B2*2', result: 2200.08 },
        { text: '官网', hyperlink: 'https://example.com' },
      ])
      sheet.getCell('C2').numFmt = 'yyyy"年"m"月"d"日"'
      sheet.getCell('D2').numFmt = 'yyyy-mm-dd hh:mm'
      sheet.addRow([])
      sheet.addRow([{ richText: [{ text: '上海' }, { text: '贸易' }] }, 0.1 + 0.2])
    })
    const { table, rows } = await readAll(path)
    expect(table).toMatchObject({ format: 'xlsx', detail: { sheet: '客户' } })
    expect(rows).toEqual([
      {
        number: 1,
        line: 2,
        cells: ['苏州科技', '1100.04', '2017-03-01', '2017-03-01 13:30:00', 'true', '2200.08', '官网'],
      },
      { number: 2, line: 4, cells: ['上海贸易', '0.3', '', '', '', '', ''] },
    ])
  })

  it('shows a code that became a number the way it was lost', async () => {
    const path = await workbook((sheet) => {
      sheet.addRow(['code', 'mobile'])
      sheet.addRow([913205000000000000, 13800138000])
    })
    const { rows } = await readAll(path)
    expect(rows[0]?.cells).toEqual(['9.13205E+17', '13800138000'])
  })

  it('refuses an archive that is no workbook', async () => {
    const path = await workbook((sheet) => sheet.addRow(['a']))
    const { readFileSync } = await import('node:fs')
    const bytes = readFileSync(path)
    await expect(readAll(file(bytes.subarray(0, bytes.length - 200), 'cut.xlsx'))).rejects.toMatchObject({
      code: 'file_unreadable',
    })
  })
})
