import iconv from 'iconv-lite'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { see, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'

let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await setStage()
  page = await stage.open('/import/company')
})
afterAll(() => stage.close())

// Line 3 lost its number to a spreadsheet, line 5 has a word in place of a number, line 6 no name.
const text = [
  '客户名称,统一社会信用代码,行业,员工人数,电话',
  '江阴远泓机械有限公司,91320281MA1N7QXC0T,制造业,260,0510-86881234',
  '宁波海曙灯饰厂,9.13302E+17,零售,85,0574-87001122',
  '成都天府软件园,,软件,430,028-85321100',
  '厦门鹭江食品,,零售,很多,0592-5081234',
  ',,零售,12,0592-5081235',
].join('\r\n')

/** Drops a file on the page as a hand does. */
async function drop(target: Page, name: string, content: Buffer): Promise<void> {
  const transfer = await target.evaluateHandle(
    ({ bytes, name }) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(bytes)], name, { type: 'text/csv' }))
      return data
    },
    { bytes: [...content], name },
  )
  const place = target.getByText(stage.t('design.dropFile'))
  await place.dispatchEvent('dragover', { dataTransfer: transfer })
  await place.dispatchEvent('drop', { dataTransfer: transfer })
}

test('a GB18030 file is read, its columns find their fields, its mistakes are marked', async () => {
  const { t } = stage
  await see(page, t('design.dropFile'))
  await drop(page, '客户.csv', iconv.encode(text, 'gb18030'))
  await see(page, /GB18030/i)
  for (const column of ['客户名称', '统一社会信用代码', '行业', '员工人数', '电话']) {
    const target = page.getByRole('combobox', { name: t('import.targetOf', { column }), exact: true })
    expect(await target.inputValue()).toBe(column)
  }
  await see(page, t('import.previewBad', { count: 3 }))
  const line = (start: string) => page.getByRole('row').filter({ hasText: start })
  await line('宁波海曙灯饰厂')
    .getByText(/科学计数/)
    .waitFor()
  await line('厦门鹭江食品').getByText(/很多/).first().waitFor()
})

test('a dry run writes nothing', async () => {
  const { t } = stage
  await page.getByRole('button', { name: t('import.dryRun') }).click()
  await see(page, t('import.dryRunDone'))
  const { count } = await stage.api.get<{ count: number }>('/records/company?limit=1&count=exact')
  expect(count).toBe(0)
  await page.getByRole('button', { name: t('import.back') }).click()
})

test('good rows come in; each bad one is named with its line and reason', async () => {
  const { t } = stage
  await page.getByRole('button', { name: t('import.start', { rows: 5 }) }).click()
  await see(page, t('import.done'))
  const rejected = page.getByRole('region', { name: t('import.rejected') }).first()
  const told = await rejected.getByRole('row').allTextContents()
  expect(told.slice(1).map((row) => row.slice(0, 1))).toEqual(['3', '5', '6'])
  expect(told[1]).toMatch(/9\.13302E\+17/)
  expect(told[2]).toMatch(/很多/)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: t('import.download') }).click()
  expect((await download).suggestedFilename()).toMatch(/\.csv$/)
  await page.getByRole('link', { name: t('import.open', { object: '客户' }) }).click()
  const names = page.getByRole('rowheader')
  await until(async () => (await names.allTextContents()).join()).toMatch(/江阴远泓机械有限公司/)
  expect((await names.allTextContents()).join()).toMatch(/成都天府软件园/)
  expect(await names.count()).toBe(2)
  const { data } = await stage.api.get<{ data: Record<string, unknown>[] }>(
    '/records/company?sort=numberOfEmployees',
  )
  expect(data).toMatchObject([
    { registrationNumber: '91320281MA1N7QXC0T', industry: 'manufacturing', numberOfEmployees: 260 },
    { industry: 'software', numberOfEmployees: 430 },
  ])
})

test('on a phone a file is imported too, and nothing is wider than the screen', async () => {
  const { t } = stage
  const phone = await stage.open('/import/contact', { viewport: 'phone' })
  await phone.getByRole('button', { name: t('design.chooseFile') }).waitFor()
  await phone.locator('input[type=file]').setInputFiles({
    name: 'a.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('姓名,手机\n周明远,13800138009\n'),
  })
  await phone.getByRole('button', { name: t('import.start', { rows: 1 }) }).click()
  await see(phone, t('import.done'))
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  expect(stage.uncaught).toEqual([])
  await phone.context().close()
})
