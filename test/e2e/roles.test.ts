import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '#shared/operations/roles.ts'
import { choose } from './support/fill.ts'
import { colleague } from './support/furnish.ts'
import { signIn } from './support/member.ts'
import { gone, labelled, see, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'

let stage: Stage
/** Of the founder, and of somebody whose role changes meanwhile. */
let page: Page
let lin: Page

const theirs = '泓远精密制造'
const hers = '林知夏的客户'

beforeAll(async () => {
  stage = await setStage()
  await stage.api.post('/auth/members', { ...colleague, role: 'member' })
  const filter = encodeURIComponent(`name = "${colleague.name}"`)
  const { data } = await stage.api.get<{ data: { id: string }[] }>(`/records/user?filter=${filter}`)
  await stage.api.post('/records/company', [
    { name: theirs, industry: 'manufacturing', phone: '+862155551234' },
    { name: hers, industry: 'software', ownerId: data[0]?.id },
  ])
  const context = await stage.context()
  await signIn(context, stage.kith, colleague.email, colleague.password)
  lin = await context.newPage()
  await lin.goto(`${stage.kith.address}/o/company?columns=name,phone`)
  page = await stage.open('/settings/roles')
})
afterAll(() => stage.close())

const roleNamed = async (name: string) => {
  const { data } = await stage.api.get<{ data: readonly Role[] }>('/roles')
  const role = data.find((one) => one.name === name)
  if (role?.permissions === undefined) throw new Error(`there is no role ${name}`)
  return { ...role, permissions: role.permissions }
}
const visit = (path: string) => page.goto(`${stage.kith.address}${path}`)
const open = async (name: string) => {
  await visit('/settings/roles')
  await page.getByRole('table').getByRole('link', { name, exact: true }).click()
  await page.getByRole('heading', { level: 2, name }).waitFor()
}
const cell = (object: string, verb: string) =>
  page.getByRole('grid').getByRole('button', { name: new RegExp(`^${object}，${verb}：`) })
const bar = (on: Page) => on.getByRole('region', { name: stage.t('access.changes') })
const save = async (on: Page) => {
  await bar(on)
    .getByRole('button', { name: stage.t('access.save') })
    .click()
  await gone(bar(on))
}
const chooseIn = async (label: string, text: string) => {
  await choose(page, labelled(page, label).last(), text, text)
}

test('a role made from another one hides a field and narrows what is seen, at once for whoever bears it', async () => {
  const { t } = stage
  await see(lin, theirs)
  await lin.getByRole('columnheader', { name: '电话' }).waitFor()

  await page.getByRole('button', { name: t('access.newRole') }).click()
  const dialog = page.getByRole('dialog', { name: t('access.newRole') })
  await labelled(dialog, t('access.roleName')).fill('华东销售')
  await dialog.getByRole('button', { name: t('access.newRole') }).click()
  await page.getByRole('heading', { level: 2, name: '华东销售' }).waitFor()

  await page.getByTitle(t('access.showFields', { object: '客户' })).click()
  await page.getByRole('button', { name: '电话：隐藏' }).click()
  await cell('通用', '查看').click()
  await page.getByRole('menuitemradio', { name: t('access.scope_team') }).click()
  await see(bar(page), t('access.changed', { count: 2 }))
  // What reaches no further than reading follows it.
  await see(cell('客户', '修改'), t('access.scope_team'))
  await save(page)
  const made = await roleNamed('华东销售')
  expect(made.permissions.usual.read).toBe('team')
  expect(made.permissions.fields).toEqual({ company: { phone: 'hidden' } })

  await page.getByRole('tab', { name: t('access.members') }).click()
  await chooseIn(t('access.addMember'), colleague.name)
  await page.getByRole('row').filter({ hasText: colleague.name }).waitFor()
  // Roles add up: the wider one has to go.
  await open('成员')
  await page.getByRole('tab', { name: t('access.members') }).click()
  await page.getByRole('button', { name: t('access.removeBearer', { name: colleague.name }) }).click()

  await gone(lin.getByText(theirs))
  await gone(lin.getByRole('columnheader', { name: '电话' }))
  await see(lin, hers)
  await lin.goto(`${stage.kith.address}/settings/roles`)
  await see(lin, t('access.notForYou'))
  await lin.goto(`${stage.kith.address}/o/company`)
  await see(lin, hers)
})

test('a sharing rule opens one back, and says how many it opens', async () => {
  const { t } = stage
  await visit('/settings/sharing-rules')
  await page
    .getByRole('button', { name: t('access.newRule') })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: t('access.newRule') })
  await labelled(dialog, t('access.ruleName')).fill('制造业客户')
  await dialog.getByRole('button', { name: t('records.expression') }).click()
  await dialog.getByRole('textbox', { name: t('records.expression') }).fill('行业 = "制造业"')
  await labelled(dialog, t('access.ruleName')).focus()
  await see(dialog, t('access.opensNow', { count: 1, object: '客户' }))
  await labelled(dialog, t('access.withWhom')).click()
  await page.getByRole('option', { name: t('access.grantee_user'), exact: true }).click()
  await chooseIn(t('access.grantee_user'), colleague.name)
  await dialog.getByRole('button', { name: t('access.createRule') }).click()
  await gone(dialog)
  await see(page, t('access.counted', { count: 1 }))
  await see(lin, theirs)

  await page.getByRole('button', { name: t('access.deleteRuleNamed', { name: '制造业客户' }) }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('access.deleteRule') })
    .click()
  await see(page, t('access.noRules'))
  await gone(lin.getByText(theirs))
})

test('the matrix is travelled and set by keys alone', async () => {
  const { t } = stage
  await open('华东销售')
  await page.getByRole('tab', { name: t('access.permissions') }).focus()
  await page.keyboard.press('Tab')
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  await until(focused).toMatch(/^通用，查看：/)
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight'])
    await page.keyboard.press(key)
  await until(focused).toMatch(/^客户，删除：/)
  await page.keyboard.press('o')
  await until(focused).toMatch(/^客户，删除：本人/)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.getByRole('menuitemradio', { name: t('access.scope_none') }).waitFor()
  await page.keyboard.press('n')
  await until(focused).toMatch(/^客户，转移：无/)
  await page.keyboard.press('Backspace')
  await until(focused).not.toMatch(/与通用不同/)
  await see(bar(page), t('access.changed', { count: 1 }))
  await page.keyboard.press('Control+s')
  await gone(bar(page))
  expect((await roleNamed('华东销售')).permissions.objects).toEqual({ company: { delete: 'own' } })
})

test('leaving asks, and what two people changed at once is shown before it is joined', async () => {
  const { t } = stage
  await open('华东销售')
  await cell('商机', '导出').click()
  await page.getByRole('menuitemradio', { name: t('access.scope_none') }).click()
  await page.getByRole('link', { name: t('access.sharingRules') }).click()
  await page.getByRole('dialog', { name: t('access.leaveTitle') }).waitFor()
  await page.getByRole('button', { name: t('access.stay') }).click()

  const { id, permissions, version } = await roleNamed('华东销售')
  const other = { ...permissions, usual: { ...permissions.usual, import: 'none' } }
  await stage.api.patch(`/roles/${id}`, { permissions: other })
  await bar(page)
    .getByRole('button', { name: t('access.save') })
    .click()
  const conflict = page.getByRole('dialog', { name: t('access.conflictTitle', { name: '华东销售' }) })
  await conflict.getByRole('row', { name: '通用 · 导入' }).waitFor()
  await conflict.getByRole('row', { name: '商机 · 导出' }).waitFor()
  await conflict.getByRole('button', { name: t('access.join') }).click()
  await save(page)
  const joined = await roleNamed('华东销售')
  expect(joined.version).toBe(version + 2)
  expect(joined.permissions.usual.import).toBe('none')
  expect(joined.permissions.objects.deal).toEqual({ export: 'none' })
})

test('on a phone each object is a sheet', async () => {
  const { t } = stage
  const { id } = await roleNamed('华东销售')
  const phone = await stage.open(`/settings/roles/${id}`, { viewport: 'phone' })
  await phone.getByRole('button', { name: /^联系人/ }).tap()
  const sheet = phone.getByRole('dialog', { name: '联系人' })
  await labelled(sheet, '查看').tap()
  await phone.getByRole('option', { name: t('access.scope_own'), exact: true }).tap()
  await labelled(sheet, '手机').tap()
  await phone.getByRole('option', { name: t('access.level_masked'), exact: true }).tap()
  await sheet.getByRole('button', { name: t('design.close') }).tap()
  await see(bar(phone), t('access.changed', { count: 2 }))
  await save(phone)
  const { permissions } = await roleNamed('华东销售')
  expect(permissions.objects.contact).toEqual({ read: 'own' })
  expect(permissions.fields.contact).toEqual({ mobile: 'masked' })
  expect(stage.uncaught).toEqual([])
})
