import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownRecords } from '#test/support/permissions.ts'
import { signIn } from './support/member.ts'
import { gone, see, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'

let stage: Stage
let t: Stage['t']
/** Of the founder, who keeps pools. */
let page: Page
/** Of Lin in team East, who sees her own records alone. */
let lin: Page
/** Of Bo, who sees his own and is in no team. */
let bo: Page
let poolPath: string

const password = 'secret-123-kith'
const people = {
  lin: { name: '林知夏', email: 'lin@example.com', password },
  bo: { name: '薄云飞', email: 'bo@example.com', password },
} as const
const phone = '13812344477'

interface Named {
  readonly data: readonly { readonly id: string; readonly name: string }[]
}

async function enter(person: (typeof people)['lin' | 'bo']): Promise<Page> {
  const context: BrowserContext = await stage.context()
  await signIn(context, stage.kith, person.email, person.password)
  return context.newPage()
}

beforeAll(async () => {
  stage = await setStage()
  const { api, kith } = stage
  t = stage.t
  page = await stage.open('/')
  const { request } = page.context()
  const put = async (path: string, data: unknown, method: 'PUT' | 'PATCH') => {
    const answer = await request.fetch(`${kith.address}/api/v1${path}`, { method, data })
    expect(answer.ok(), await answer.text()).toBe(true)
  }
  for (const person of Object.values(people)) await api.post('/auth/members', { ...person, role: 'member' })
  const users = (await api.get<Named>('/records/user')).data
  const idOf = (name: string) => users.find((user) => user.name === name)!.id
  const role = await api.post<{ data: { id: string } }>('/roles', {
    name: '销售',
    permissions: { usual: ownRecords, objects: {}, fields: {}, rights: [] },
  })
  const { data: team } = await api.post<{ data: { id: string } }>('/records/team', { name: '华东' })
  for (const { name } of Object.values(people)) {
    await put(`/role-assignments/${idOf(name)}`, { roleIds: [role.data.id] }, 'PUT')
  }
  await put(`/records/user/${idOf(people.lin.name)}`, { teamId: team.id }, 'PATCH')
  await api.post('/records/company', [
    { name: '远望仪表', industry: 'manufacturing', phone, ownerId: null },
    { name: '海岳轴承', industry: 'manufacturing', ownerId: null },
    { name: '青岚软件', industry: 'software', ownerId: null },
    { name: '有主机械', industry: 'manufacturing' },
  ])
  lin = await enter(people.lin)
  bo = await enter(people.bo)
})
afterAll(() => stage.close())

test('an administrator opens a pool of an industry to a team, with two fields', async () => {
  await page.goto(`${stage.kith.address}/settings/pools`)
  await see(page, t('pools.noneWhat'))
  await page
    .getByRole('main')
    .getByRole('button', { name: t('pools.newPool') })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: t('pools.newPool') })
  await dialog.getByLabel(t('pools.name'), { exact: true }).fill('制造业公海')
  await dialog.getByRole('button', { name: t('records.expression'), exact: true }).click()
  const condition = dialog.getByRole('textbox', { name: t('records.expression') })
  await condition.fill('industry = "manufacturing"')
  await condition.blur()
  await see(dialog, t('pools.holdsNow', { count: 2, object: '客户' }))
  await dialog.getByRole('checkbox', { name: '行业', exact: true }).check()
  await dialog.getByRole('button', { name: t('pools.create') }).click()
  await see(dialog, t('pools.noMembers'))
  await dialog.getByRole('combobox', { name: t('access.grantee_team'), exact: true }).click()
  await page.getByRole('option', { name: '华东' }).click()
  await dialog.getByRole('button', { name: t('pools.removeMember') }).waitFor()
  await dialog.getByRole('button', { name: t('pools.create') }).click()
  await gone(dialog)
  const row = page.getByRole('row', { name: /制造业公海/ })
  const link = row.getByRole('link', { name: t('pools.look', { name: '制造业公海', count: 2 }) })
  poolPath = (await link.getAttribute('href')) ?? ''
  expect(poolPath).toMatch(/^\/pools\//)
  // She keeps it, and is no member of it.
  const navigation = page.getByRole('navigation', { name: t('shell.navigation') })
  expect(await navigation.getByRole('link', { name: '制造业公海' }).count()).toBe(0)
})

test('a member finds it beneath the object, and sees what it shows and nothing else', async () => {
  await lin.goto(`${stage.kith.address}/home`)
  await lin
    .getByRole('navigation', { name: t('shell.navigation') })
    .getByRole('link', { name: '制造业公海' })
    .click()
  const table = lin.getByRole('table', { name: '制造业公海' })
  await table.getByRole('link', { name: '远望仪表' }).waitFor()
  await table.getByRole('link', { name: '海岳轴承' }).waitFor()
  expect(await table.getByRole('columnheader').allInnerTexts()).toEqual(['客户名称', '行业'])
  for (const absent of ['青岚软件', '有主机械']) expect(await table.getByText(absent).count()).toBe(0)

  await table.getByRole('link', { name: '远望仪表' }).click()
  const panel = lin.getByRole('complementary', { name: t('table.previewOf', { name: '远望仪表' }) })
  await see(panel, t('pools.partial'))
  expect(await panel.locator('dt').allInnerTexts()).toEqual(['行业'])
  expect(lin.url()).toContain('record=')
  await lin.reload()
  await see(panel, '制造业')
  await lin.keyboard.press('Escape')
  await gone(panel)
  await until(async () => lin.url()).not.toContain('record=')
  const focused = () => lin.evaluate(() => document.activeElement?.textContent)
  await until(focused).toBe('远望仪表')
  await table.getByRole('link', { name: '海岳轴承' }).click()
  await lin.getByRole('button', { name: t('design.close') }).click()
  await until(async () => lin.url()).not.toContain('record=')
  await until(focused).toBe('海岳轴承')
})

test('what comes into the pool and leaves it shows in the list that is open', async () => {
  await lin.goto(`${stage.kith.address}${poolPath}`)
  const table = lin.getByRole('table', { name: '制造业公海' })
  await table.getByRole('link', { name: '远望仪表' }).waitFor()
  const made = await stage.api.post<{ data: { id: string } }>('/records/company', {
    name: '新流入公海',
    industry: 'manufacturing',
    ownerId: null,
  })
  const line = table.getByRole('link', { name: '新流入公海' })
  await line.waitFor()
  const me = await stage.api.get<{ user: { id: string } }>('/auth/session')
  await stage.api.patch(`/records/company/${made.data.id}`, { ownerId: me.user.id })
  await gone(line)
})

test('what the pool hides is found by no search, filter, sort or address', async () => {
  const at = (query: string) => `${stage.kith.address}${poolPath}?${query}`
  await lin.goto(at(`search=${phone}`))
  await see(lin, t('records.nothingFound', { text: phone }))
  await lin.goto(at('search=远望'))
  const found = lin.getByRole('table').getByRole('link', { name: '远望仪表' })
  await found.waitFor()
  await until(() => lin.getByRole('table').getByRole('link').count()).toBe(1)
  await found.click()
  await see(lin.getByRole('complementary'), t('pools.partial'))
  expect(await lin.content()).not.toContain(phone)
  for (const path of ['/records', `/records/${new URL(lin.url()).searchParams.get('record')}`]) {
    const answer = await lin.request.get(`${stage.kith.address}/api/v1${poolPath}${path}`)
    const body = await answer.text()
    expect(body).toContain('远望仪表')
    expect(body).not.toContain(phone)
  }
  for (const query of [`filter=${encodeURIComponent(`phone = "${phone}"`)}`, 'sort=phone']) {
    await lin.goto(at(query))
    await see(lin, t('records.listFailed'))
    expect(await lin.getByText('远望仪表').count()).toBe(0)
  }
})

test('whoever is outside has no line in the navigation, and nothing at the address', async () => {
  await bo.goto(`${stage.kith.address}${poolPath}`)
  await see(bo, t('pools.missing'))
  const navigation = bo.getByRole('navigation', { name: t('shell.navigation') })
  await navigation.getByRole('link', { name: '客户' }).waitFor()
  expect(await navigation.getByRole('link', { name: '制造业公海' }).count()).toBe(0)
  expect(await bo.getByText('远望仪表').count()).toBe(0)
})

test('a pool that is deleted leaves its members’ navigation at once', async () => {
  const line = lin
    .getByRole('navigation', { name: t('shell.navigation') })
    .getByRole('link', { name: '制造业公海' })
  await line.waitFor()
  await page.getByRole('button', { name: t('pools.eraseNamed', { name: '制造业公海' }) }).click()
  const dialog = page.getByRole('dialog')
  await see(dialog, t('pools.eraseWhat', { count: 2 }))
  await dialog.getByRole('button', { name: t('pools.erase'), exact: true }).click()
  await gone(dialog)
  await see(page, t('pools.none'))
  await gone(line)
  await see(lin, t('pools.missing'))
})

test('no page failed', () => {
  expect(stage.uncaught).toEqual([])
})
