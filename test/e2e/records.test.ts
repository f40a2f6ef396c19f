import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FieldTypeName } from '#shared/fields/field-type.ts'
import { everything, labelOf } from './support/everything.ts'
import { choose, type Editor, samples } from './support/fill.ts'
import { gone, see, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'

let stage: Stage
let page: Page
/** Address of the sample record. */
let address: string

beforeAll(async () => {
  stage = await setStage()
  const { api } = stage
  await api.post('/objects', everything)
  await api.post('/records/company', [{ name: '华为技术' }, { name: '青屿科技' }])
  await api.post('/records/contact', [{ name: '林知夏' }, { name: '陈子谦' }])
  await api.post('/records/user', { name: '赵敏' })
  page = await stage.open('/o/everything/new')
})
afterAll(() => stage.close())

const types = Object.keys(samples) as (keyof typeof samples)[]
const wire: Readonly<Partial<Record<FieldTypeName, string>>> = {
  user: 'userFieldId',
  relation: 'relationFieldId',
  relations: 'relationsFieldIds',
}

/** The field of a form or record page: the nearest place around its label with an input or an edit button in it. */
const placeOf = (type: FieldTypeName): Locator =>
  page
    .locator('label, span')
    // A required field says so behind its name.
    .filter({ hasText: new RegExp(`^${labelOf(type)}(?![a-zA-Z])`) })
    .first()
    .locator('xpath=ancestor::div[1]')
const editorOf = (type: FieldTypeName): Editor => {
  const place = placeOf(type)
  return {
    page,
    t: stage.t,
    place,
    input: place
      .locator('input:not([type=hidden]):not([type=file]):not([aria-hidden=true]), textarea')
      .filter({ visible: true })
      .or(place.locator('input[role=switch]'))
      .first(),
  }
}

const startEditing = async (type: FieldTypeName) => {
  const button = page.getByRole('button', {
    name: stage.t('records.editNamed', { name: labelOf(type) }),
    exact: true,
  })
  // It shows on hover or focus only.
  await button.focus()
  await button.press('Enter')
}

const stored = async () => {
  const id = new URL(address).pathname.split('/').at(-1)
  const { data } = await stage.api.get<{ data: Record<string, unknown> }>(`/records/everything/${id}`)
  return data
}

test('a record is made with a value of every type', { timeout: 120_000 }, async () => {
  for (const type of types) await samples[type].created.fill(editorOf(type))
  await page.getByRole('button', { name: stage.t('records.save') }).click()
  await page.waitForURL(/\/o\/everything\/[0-9a-f-]{36}/)
  address = page.url()
  await page.reload()
  await see(page, /^N-\d{4}$/)
  for (const type of types) {
    const { shown } = samples[type].created
    if (shown !== '') await placeOf(type).getByText(shown).first().waitFor()
  }
  expect(await stored()).toMatchObject({
    moneyField: '500000',
    dateField: '2031-05-06',
    dateTimeField: '2031-05-06T06:30:00Z',
    ratingField: 4,
    booleanField: true,
    multiSelectField: ['甲'],
    jsonField: { 层: [1, 2] },
  })
})

test('each field is changed in its place and is there after a reload', { timeout: 180_000 }, async () => {
  const before = await stored()
  for (const type of types) {
    await startEditing(type)
    await samples[type].edited.fill(editorOf(type))
    // Leaving the field saves it.
    await page.getByRole('heading', { level: 1 }).click()
    const name = wire[type] ?? `${type}Field`
    await until(async () => JSON.stringify((await stored())[name])).not.toBe(JSON.stringify(before[name]))
  }
  await page.reload()
  for (const type of types) {
    const { shown } = samples[type].edited
    if (shown !== '') await placeOf(type).getByText(shown).first().waitFor()
  }
  expect(await stored()).toMatchObject({
    longTextField: '另一段',
    moneyField: '1200',
    numberField: 30_000,
    ratingField: 2,
    booleanField: false,
    multiSelectField: ['甲', '丙'],
    tagsField: ['重点', '回访'],
  })
})

test('what a list does not hold is made in its place', { timeout: 90_000 }, async () => {
  const { api, t } = stage
  await page.goto(new URL('/o/everything/new', page.url()).href)
  const relation = editorOf('relation')
  await choose(page, relation.input, '新海科技', '新海科技')
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: t('records.save') }).click()
  await form.waitFor({ state: 'hidden' })
  await relation.place.getByText('新海科技').first().waitFor()
  expect(await api.get('/records/company?search=新海科技')).toMatchObject({ data: [{ name: '新海科技' }] })

  const select = editorOf('select')
  await select.input.click()
  await select.input.fill('丁')
  await page.getByRole('option', { name: t('fields.createOption', { name: '丁' }) }).click()
  await select.place.getByText('丁', { exact: true }).first().waitFor()
  const { data } = await api.get<{ data: { name: string; options?: { value: string }[] }[] }>(
    '/objects/everything/fields',
  )
  const options = data.find(({ name }) => name === 'selectField')?.options ?? []
  expect(options.map(({ value }) => value)).toEqual(['甲', '乙', '丙', '丁'])
})

test('an activity takes several files at once, and gives them back one by one', async () => {
  await page.goto(`${stage.kith.address}/o/activity/new`)
  const chooser = page.waitForEvent('filechooser')
  await page.getByText(stage.t('design.chooseFile'), { exact: true }).click()
  const file = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from('内容') })
  await (await chooser).setFiles([file('报价.txt'), file('合同.txt')])
  await see(page, '报价.txt')
  await see(page, '合同.txt')
  await page
    .getByRole('button', { name: stage.t('fields.removeFile') })
    .first()
    .click()
  await gone(page.getByText('报价.txt'))
  await see(page, '合同.txt')
})
