import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownRecords } from '#test/support/permissions.ts'
import { founder } from './support/kith.ts'
import { signIn } from './support/member.ts'
import { gone, labelled, see } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'

let stage: Stage
let t: Stage['t']
/** Of the founder, who may do everything. */
let page: Page
/** Of Lin, who sees her own records and outlines of telephone numbers. */
let lin: Page
let linId: string
let company: string

const person = { name: '林知夏', email: 'lin@example.com', password: 'secret-123-kith' }
/** As it is printed: with or without gaps. */
const whole = /138\D?1234\D?4477/

beforeAll(async () => {
  stage = await setStage()
  const { api, kith } = stage
  t = stage.t
  page = await stage.open('/')
  const { request } = page.context()
  await request.post(`${kith.address}/api/v1/auth/members`, { data: { ...person, role: 'member' } })
  interface Named {
    readonly data: readonly { readonly id: string; readonly name: string }[]
  }
  linId = (await api.get<Named>('/records/user')).data.find(({ name }) => name === person.name)!.id
  const permissions = {
    usual: ownRecords,
    objects: {},
    fields: { company: { phone: 'masked' } },
    rights: [],
  }
  const role = await api.post<{ data: { id: string } }>('/roles', { name: '销售', permissions })
  const assigned = await request.put(`${kith.address}/api/v1/role-assignments/${linId}`, {
    data: { roleIds: [role.data.id] },
  })
  expect(assigned.ok(), await assigned.text()).toBe(true)
  company = (
    await api.post<{ data: { id: string } }>('/records/company', {
      name: '华东纺织',
      phone: '13812344477',
    })
  ).data.id
  const context = await stage.context()
  await signIn(context, kith, person.email, person.password)
  lin = await context.newPage()
})
afterAll(() => stage.close())

const recordOf = () => `${stage.kith.address}/o/company/${company}`

test('a record that is shared appears for the colleague at once, and says why', async () => {
  await lin.goto(`${stage.kith.address}/o/company`)
  await see(lin, t('records.nothingYet', { object: '客户' }))
  await page.goto(recordOf())
  await page.getByRole('button', { name: t('sharing.share'), exact: true }).waitFor()
  await page.keyboard.press('s')
  const dialog = page.getByRole('dialog')
  const add = dialog.getByRole('region', { name: t('sharing.add') })
  await add.getByRole('combobox', { name: t('sharing.who', { kind: t('sharing.kind_user') }) }).click()
  await page.getByRole('option', { name: person.name }).click()
  await add.getByRole('button', { name: t('sharing.share') }).click()
  await see(page, t('sharing.added', { name: person.name }))
  await see(lin, '华东纺织')

  await lin.goto(recordOf())
  await see(lin, '138****4477')
  await lin.keyboard.press('s')
  const why = lin.getByRole('dialog').getByRole('region', { name: t('sharing.explainOwn') })
  await see(why, t('sharing.because_share'))
  await see(lin.getByRole('dialog'), t('sharing.notYours'))
  await lin.keyboard.press('Escape')
  await gone(lin.getByRole('dialog'))
  // It is hers to read, and nothing of it has an editor.
  expect(await lin.getByRole('button', { name: /^编辑/ }).count()).toBe(0)
})

test('an outline is revealed by keyboard, for that person alone, and stands in the audit log', async () => {
  const eye = lin.getByRole('button', { name: t('sharing.reveal', { name: '电话' }) }).first()
  await eye.focus()
  await lin.keyboard.press('Enter')
  await see(lin, whole)
  await lin
    .getByRole('button', { name: t('sharing.hide', { name: '电话' }) })
    .first()
    .click()
  await gone(lin.getByText(whole))
  const { data } = await stage.api.get<{ data: readonly { kind: string; record: string }[] }>(
    '/audit?kinds=fieldRevealed',
  )
  expect(data).toMatchObject([{ kind: 'fieldRevealed', record: company }])
})

test('who makes what is there already is shown whose it is, and may mean it all the same', async () => {
  const twin = '西湖茶业'
  const { data } = await stage.api.post<{ data: { id: string } }>('/records/company', { name: twin })
  const make = async (maker: Page) => {
    await maker.goto(`${stage.kith.address}/o/company/new`)
    await labelled(maker, '客户名称').fill(twin)
    await maker.getByRole('button', { name: t('records.save') }).click()
    const notice = maker.getByRole('alert').filter({ hasText: t('records.doubles') })
    await see(notice, t('records.doubleOwned', { field: '客户名称', owner: founder.name }))
    return notice
  }
  const way = (notice: Locator) =>
    notice.getByRole('link', { name: t('records.openDouble', { field: '客户名称' }), exact: true })
  // Of her own reach it is not: she learns who has it, and no way to it.
  const hers = await make(lin)
  expect(await way(hers).count()).toBe(0)
  await hers.getByRole('button', { name: t('records.createAnyway') }).click()
  await lin.getByRole('heading', { name: twin }).waitFor()
  expect(await way(await make(page)).getAttribute('href')).toContain(data.id)
})

test('an administrator looks with her eyes, writes nothing meanwhile, and comes back', async () => {
  await page.keyboard.press('Escape')
  await gone(page.getByRole('dialog'))
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type(t('sharing.viewAs'))
  await page
    .getByRole('option', { name: t('sharing.viewAs') })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: t('sharing.viewAs') })
  await dialog.getByRole('combobox').click()
  await page.getByRole('option', { name: person.name }).click()
  await dialog.getByRole('button', { name: t('sharing.start') }).click()
  const banner = page.getByRole('region', { name: t('sharing.viewAs') })
  await see(banner, t('sharing.lookingAs', { name: person.name }))
  await page.goto(recordOf())
  await see(banner, t('sharing.lookingAs', { name: person.name }))
  await see(page, '138****4477')
  expect(await page.getByRole('button', { name: /^编辑/ }).count()).toBe(0)
  await banner.getByRole('button', { name: t('sharing.end') }).click()
  await see(page, whole)
  expect(await banner.count()).toBe(0)
})

test('no page failed', () => {
  expect(stage.uncaught).toEqual([])
})
