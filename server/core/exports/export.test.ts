import { mkdtempSync, rmSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import exceljs from 'exceljs'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shippedObjects } from '#server/apps/index.ts'
import { unlimited } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { createFolderStore } from '#server/core/files/index.ts'
import { ImportRunner, registerImportRoutes } from '#server/core/imports/index.ts'
import { openTable } from '#server/core/imports/reading/index.ts'
import { createObject } from '#server/core/metadata/index.ts'
import { createRecords, deleteRecords, listRecords } from '#server/core/records/index.ts'
import { createHttpServer } from '#server/platform/http/index.ts'
import { createLog } from '#server/platform/log/index.ts'
import type { ExportFormat } from '#shared/operations/exports.ts'
import { createTestWorkspace } from '#test/support/workspace.ts'
import { type ExportQuery, exportRecords } from './export.ts'

let folder: string
let cx: Context
let scene: Awaited<ReturnType<typeof createTestWorkspace>>
let app: FastifyInstance
let runner: ImportRunner

const label = (text: string) => ({ 'zh-CN': text, 'zh-TW': text, en: text })
const options = [
  { value: 'gold', label: { 'zh-CN': '金牌', 'zh-TW': '金牌', en: 'Gold' } },
  { value: 'silver', label: { 'zh-CN': '银牌', 'zh-TW': '銀牌', en: 'Silver' } },
]
const fields = [
  { name: 'name', type: 'text', label: label('名称') },
  { name: 'note', type: 'longText', label: label('说明') },
  { name: 'size', type: 'number', label: label('数量') },
  { name: 'amount', type: 'money', label: label('金额') },
  { name: 'share', type: 'percent', label: label('占比') },
  { name: 'ready', type: 'boolean', label: label('就绪') },
  { name: 'day', type: 'date', label: label('日期') },
  { name: 'moment', type: 'dateTime', label: label('时刻') },
  { name: 'medal', type: 'select', label: label('奖牌'), options },
  { name: 'medals', type: 'multiSelect', label: label('多个奖牌'), options },
  { name: 'words', type: 'tags', label: label('标签') },
  { name: 'phone', type: 'phone', label: label('电话') },
  { name: 'stars', type: 'rating', label: label('评分') },
  { name: 'customer', type: 'relation', to: 'company', label: label('所属客户') },
  { name: 'partners', type: 'relations', to: 'company', label: label('伙伴') },
]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kith-export-'))
  scene = await createTestWorkspace(shippedObjects)
  cx = { ...scene.cx, language: 'zh-CN', timeZone: 'Asia/Shanghai' }
  await createObject(cx, { name: 'sample', label: label('样本'), fields })
  await createObject(cx, { name: 'copy', label: label('副本'), fields })
  const log = createLog('silent')
  const files = createFolderStore(folder)
  const surroundings = () => ({
    steps: [],
    announce: () => {},
    accessOf: async () => unlimited,
    comesIn: async () => true,
  })
  runner = new ImportRunner({
    workspaces: () => [scene.workspace],
    files,
    log,
    surroundings,
    systemContext: async () => scene.cx,
  })
  app = createHttpServer({ log, checkReady: async () => {} })
  await registerImportRoutes(app, {
    contextOf: async () => cx,
    files,
    wake: (workspace) => runner.wake(workspace),
  })
})
afterAll(async () => {
  await runner?.stop()
  await app?.close()
  await scene?.drop()
  rmSync(folder, { recursive: true, force: true })
})

async function exported(object: string, query: ExportQuery = {}, as = cx): Promise<string> {
  const { content, format } = await exportRecords(as, object, query)
  const path = join(folder, `${object}.${format}`)
  await writeFile(path, content)
  return path
}

async function cellsIn(path: string): Promise<string[][]> {
  const table = await openTable(path)
  const rows: string[][] = [[...table.columns]]
  for await (const { cells } of table.rows()) rows.push([...cells])
  return rows
}

async function imported(path: string, object: string): Promise<Record<string, unknown>> {
  const boundary = '----kith'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="object"\r\n\r\n${object}\r\n--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="x"\r\ncontent-type: text/csv\r\n\r\n`
  const { data } = (
    await app.inject({
      method: 'POST',
      url: '/api/v1/imports',
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: Buffer.concat([
        Buffer.from(head),
        await readFile(path),
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ]),
    })
  ).json()
  await app.inject({
    method: 'POST',
    url: `/api/v1/imports/${data.id}/start`,
    payload: { mapping: data.mapping },
  })
  return expect
    .poll(async () => (await app.inject(`/api/v1/imports/${data.id}`)).json().data.state)
    .toBe('done')
    .then(async () => (await app.inject(`/api/v1/imports/${data.id}`)).json().data)
}

const valuesOf = async (object: string): Promise<unknown[]> => {
  const wires = fields.map(({ name, type }) =>
    type === 'relation' ? `${name}Id` : type === 'relations' ? `${name.slice(0, -1)}Ids` : name,
  )
  const text = await listRecords(cx, object, { fields: wires, sort: ['name'] })
  return (JSON.parse(text) as { data: Record<string, unknown>[] }).data.map(({ id: _, ...rest }) => rest)
}

describe('what is exported', () => {
  beforeAll(async () => {
    const { ids } = await createRecords(cx, 'company', [{ name: '远景科技' }, { name: 'Acme, Inc.' }], {
      idsOnly: true,
    })
    await createRecords(
      cx,
      'sample',
      [
        {
          name: '=SUM(A1:A9)',
          note: '第一行\n"第二行", 完',
          size: -12.5,
          amount: '-1234.50',
          share: 12.5,
          ready: true,
          day: '2026-11-20',
          moment: '2026-11-20T16:30:05Z',
          medal: 'gold',
          medals: ['silver', 'gold'],
          words: ['重点', 'VIP'],
          phone: '+86 138 0013 8000',
          stars: 4,
          customerId: ids[0],
          partnerIds: [ids[0]],
        },
        { name: '@远景', ready: false, customerId: ids[1] },
        { name: '-plain', size: 100_000_000, note: '_x0041_ <b>&amp;</b>' },
      ],
      { idsOnly: true },
    )
  })

  for (const format of ['csv', 'xlsx'] as const satisfies ExportFormat[]) {
    test(`as ${format} comes back by an import as it was`, async () => {
      const names = fields.map(({ name }) => name)
      const path = await exported('sample', { format, fields: names, sort: ['name'] })
      const report = await imported(path, 'copy')
      expect(report).toMatchObject({ created: 3, rejected: 0 })
      expect(await valuesOf('copy')).toEqual(await valuesOf('sample'))
      await emptied('copy')
    })
  }

  test('reads as people write it, by their clock, and is no formula', async () => {
    const path = await exported('sample', {
      fields: ['name', 'size', 'amount', 'share', 'ready', 'moment', 'medals', 'phone', 'customer.name'],
      sort: ['-size'],
    })
    const content = await readFile(path, 'utf8')
    expect(content.split('\r\n')).toEqual([
      '\ufeff名称,数量,金额,货币,占比,就绪,时刻,多个奖牌,电话,所属客户 · 客户名称',
      "'-plain,100000000,,CNY,,,,,,",
      "'=SUM(A1:A9),-12.5,-1234.5,CNY,12.5%,是,2026-11-21 00:30:05,银牌、金牌,'+86 138 0013 8000,远景科技",
      `'@远景,,,CNY,,否,,,,"Acme, Inc."`,
      '',
    ])
    const english = await exported(
      'sample',
      { fields: ['medal', 'ready'], sort: ['-size'] },
      {
        ...cx,
        language: 'en',
      },
    )
    expect(await readFile(english, 'utf8')).toBe('奖牌,就绪\r\n,\r\nGold,Yes\r\n,No\r\n')
  })

  test('is a workbook to others too: numbers are numbers, days are days, text is no formula', async () => {
    const path = await exported('sample', {
      format: 'xlsx',
      fields: ['name', 'size', 'share', 'day', 'moment'],
      sort: ['-size'],
    })
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.readFile(path)
    const [sheet] = workbook.worksheets
    expect(sheet?.name).toBe('样本')
    expect(sheet?.getRow(3).values).toEqual([
      undefined,
      '=SUM(A1:A9)',
      -12.5,
      12.5,
      new Date('2026-11-20T00:00:00Z'),
      new Date('2026-11-21T00:30:05Z'),
    ])
    expect(sheet?.getCell('C3').numFmt).toBe('General"%"')
  })

  test('are the rows of the list: filtered, searched, chosen', async () => {
    const names = async (query: ExportQuery) =>
      (await cellsIn(await exported('sample', { fields: ['name'], sort: ['name'], ...query })))
        .slice(1)
        .flat()
    expect(await names({ filter: 'size > 0' })).toEqual(['-plain'])
    expect(await names({ search: '远景' })).toEqual(['@远景'])
    const { data } = JSON.parse(await listRecords(cx, 'sample', { filter: 'ready = false' })) as {
      data: { id: string }[]
    }
    expect(await names({ ids: data.map(({ id }) => id) })).toEqual(['@远景'])
    await expect(exportRecords(cx, 'sample', { ids: ['x'] })).rejects.toMatchObject({
      issues: [{ path: 'ids' }],
    })
    await expect(exportRecords(cx, 'sample', { fields: ['nme'] })).rejects.toMatchObject({
      issues: [{ path: 'fields' }],
    })
  })

  test('has all fields of a standard object, and a head alone where there is no row', async () => {
    const [head, ...rows] = await cellsIn(await exported('deal'))
    expect(head).toEqual(expect.arrayContaining(['商机名称', '金额', '货币', '负责人', '创建时间']))
    expect(head).not.toContain('排列次序')
    expect(rows).toEqual([])
  })
})

describe('a large export', () => {
  const count = 20_000

  beforeAll(async () => {
    for (let from = 0; from < count; from += 10_000) {
      const records = Array.from({ length: 10_000 }, (_, index) => ({
        name: `产品 ${from + index}`,
        price: '9.5',
      }))
      await createRecords(cx, 'product', records, { idsOnly: true })
    }
  })

  test('is whole, of one moment, and takes no more than its reader', async () => {
    const { content, name } = await exportRecords(cx, 'product', { fields: ['name'], sort: ['createdAt'] })
    expect(name).toMatch(/^产品 \d{4}-\d\d-\d\d\.csv$/)
    const reader = content[Symbol.asyncIterator]()
    let text = String((await reader.next()).value)
    await createRecords(cx, 'product', [{ name: '后来的' }], { idsOnly: true })
    expect(content.readableLength).toBeLessThan(1024 * 1024)
    for (;;) {
      const { value, done } = await reader.next()
      if (done === true) break
      text += String(value)
    }
    const names = text.trim().split('\r\n').slice(1)
    expect(new Set(names).size).toBe(count)
    expect(names).not.toContain('后来的')
  })

  test('as a workbook is whole too', async () => {
    const rows = await cellsIn(await exported('product', { format: 'xlsx', fields: ['name', 'price'] }))
    expect(rows).toHaveLength(count + 2)
    expect(rows[2]).toEqual([expect.stringMatching(/^产品 /), '9.5', 'CNY'])
  })

  test('ends with a reader that goes away', async () => {
    const { content } = await exportRecords(cx, 'product', { fields: ['name'] })
    await content[Symbol.asyncIterator]().next()
    content.destroy()
    const { schema } = cx.workspace
    await expect
      .poll(async () => {
        const { rows } = await scene.platform.pool.query(
          `select 1 from pg_stat_activity where state = 'idle in transaction' and usename = $1`,
          [schema],
        )
        return rows.length
      })
      .toBe(0)
  })
})

async function emptied(object: string): Promise<void> {
  const { data } = JSON.parse(await listRecords(cx, object, {})) as { data: { id: string }[] }
  await deleteRecords(
    cx,
    object,
    data.map(({ id }) => id),
  )
}
