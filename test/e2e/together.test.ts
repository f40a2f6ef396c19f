import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sameInAllLanguages } from '#shared/language.ts'
import { signIn } from './support/member.ts'
import { type ProxyServer, startProxy } from './support/proxy.ts'
import { gone, see } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'
import { cellAt, openTable } from './support/table.ts'

let stage: Stage
let proxy: ProxyServer
/** Two people in one list: the way of the first can be cut. */
let page: Page
let other: Page
let id: string

const list = '/o/machine?sort=name&columns=name,place'

beforeAll(async () => {
  stage = await setStage()
  await stage.api.post('/objects', {
    name: 'machine',
    label: sameInAllLanguages('设备'),
    fields: [
      { name: 'name', type: 'text', label: sameInAllLanguages('名称'), required: true },
      { name: 'place', type: 'text', label: sameInAllLanguages('存放地点') },
    ],
  })
  const { data } = await stage.api.post<{ data: { id: string }[] }>('/records/machine', [
    { name: '车床' },
    { name: '冲床' },
    { name: '铣床' },
  ])
  id = data[0]?.id ?? ''
  proxy = await startProxy(stage.kith)
  const context = await stage.context()
  await signIn(context, stage.kith)
  page = await context.newPage()
  other = await stage.open()
  await openTable(page, `${proxy.address}${list}`)
  await openTable(other, `${stage.kith.address}${list}`)
})
afterAll(async () => {
  await stage.close()
  await proxy.stop()
})

const place = (text: string) => stage.api.patch(`/records/machine/${id}`, { place: text })
const away = () => page.getByText(stage.t('outbox.unreachable'))
/** Writes into a cell of the list, as a person does. */
const write = async (on: Page, line: number, text: string) => {
  await cellAt(on, line, 1).click()
  await on.keyboard.type(text)
  await on.keyboard.press('Enter')
}
/** A stream that was open goes on, so that what happens next is told. */
const following = async (text: string) => {
  await place(text)
  await see(cellAt(page, 0, 1), text)
}

test('what others change while the stream is cut shows once it goes on, and each sees the other at once again', async () => {
  await following('一号车间')
  proxy.interrupt()
  await place('二号车间')
  await see(cellAt(page, 0, 1), '二号车间')
  await write(page, 1, '三号车间')
  await see(cellAt(other, 1, 1), '三号车间')
  await write(other, 2, '四号车间')
  await see(cellAt(page, 2, 1), '四号车间')
})

test('so it does after the server was gone for a while; what was written meanwhile is sent once', async () => {
  proxy.cut()
  await away().waitFor()
  await place('五号车间')
  await stage.api.post('/records/machine', { name: '刨床' })
  await write(page, 1, '六号车间')
  await page.getByText(stage.t('outbox.unreachableWaiting', { count: 1 })).waitFor()
  expect(await cellAt(page, 0, 1).textContent()).not.toContain('五号')
  proxy.mend()
  await see(page.getByRole('main'), '刨床')
  await see(page.getByRole('main'), '五号车间')
  await see(other.getByRole('main'), '六号车间')
  await gone(page.getByText(stage.t('outbox.unreachableWaiting', { count: 1 })))
  await following('七号车间')
})

test('no page threw an error', () => {
  expect(stage.uncaught).toEqual([])
})
