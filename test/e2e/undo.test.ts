import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sameInAllLanguages } from '#shared/language.ts'
import { see, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'
import { cellAt, openTable, paste } from './support/table.ts'

let stage: Stage
let page: Page
const ids: string[] = []

beforeAll(async () => {
  stage = await setStage()
  const field = (name: string, label: string) => ({
    name,
    type: 'text',
    label: sameInAllLanguages(label),
    ...(name === 'name' && { required: true }),
  })
  await stage.api.post('/objects', {
    name: 'machine',
    label: sameInAllLanguages('设备'),
    fields: [field('name', '名称'), field('place', '存放地点')],
  })
  const names = ['车床', '冲床', '铣床', '刨床']
  const { data } = await stage.api.post<{ data: { id: string }[] }>(
    '/records/machine',
    names.map((name) => ({ name, place: '仓库' })),
  )
  ids.push(...data.map(({ id }) => id))
  page = await stage.open()
})
afterAll(() => stage.close())

const placeOf = async (index: number) =>
  (await stage.api.get<{ data: { place: string | null } }>(`/records/machine/${ids[index]}`)).data.place
const places = () => Promise.all(ids.map((_id, index) => placeOf(index)))
const theirs = (index: number, place: string) => stage.api.patch(`/records/machine/${ids[index]}`, { place })

test('what somebody has changed since is not undone: they are told, and their value stays', async () => {
  await page.goto(`${stage.kith.address}/o/machine/${ids[0]}`)
  const button = page.getByRole('button', {
    name: stage.t('records.editNamed', { name: '存放地点' }),
    exact: true,
  })
  await button.focus()
  await page.keyboard.press('Enter')
  const input = page.getByRole('main').getByRole('textbox', { name: '存放地点', exact: true })
  await input.fill('一号车间')
  await input.press('Enter')
  await until(() => placeOf(0)).toBe('一号车间')
  await theirs(0, '二号车间')
  await see(page.getByRole('main'), '二号车间')
  await page.keyboard.press('z')
  await see(page, stage.t('outbox.skipped', { count: 1 }))
  expect(await placeOf(0)).toBe('二号车间')
  await see(page.getByRole('main'), '二号车间')
})

test('of many that were changed at once those are put back that nobody has changed since', async () => {
  await Promise.all(ids.map((_id, index) => theirs(index, '仓库')))
  await openTable(page, `${stage.kith.address}/o/machine?sort=createdAt&columns=name,place`)
  await cellAt(page, 0, 1).click()
  await paste(page, '甲\n乙\n丙\n丁')
  await until(places).toEqual(['甲', '乙', '丙', '丁'])
  await theirs(1, '他处')
  await see(cellAt(page, 1, 1), '他处')
  await page.keyboard.press('Control+z')
  await until(places).toEqual(['仓库', '他处', '仓库', '仓库'])
  await see(page, stage.t('outbox.skipped', { count: 1 }))
})

test('no page threw an error', () => {
  expect(stage.uncaught).toEqual([])
})
