import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gone, see, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'

interface Row extends Record<string, unknown> {
  readonly id: string
}

let stage: Stage
let page: Page
let company: string
let contact: string

beforeAll(async () => {
  stage = await setStage()
  const made = await stage.api.post<{ data: Row[] }>('/records/company', [
    { name: '泓远精密制造' },
    { name: '海岳冷链物流' },
  ])
  company = made.data[0]?.id ?? ''
  const people = await stage.api.post<{ data: Row[] }>('/records/contact', [
    { name: '顾承宇', companyId: company, email: 'gu@hongyuan.example' },
  ])
  contact = people.data[0]?.id ?? ''
  page = await stage.open('/o/company')
})
afterAll(() => stage.close())

const visit = (id = company) => page.goto(`${stage.kith.address}/o/company/${id}`)
const rows = async (object: string) => (await stage.api.get<{ data: Row[] }>(`/records/${object}`)).data
const composerOf = (of: Page | Locator) => of.getByRole('region', { name: stage.t('activity.write') })
const timeline = () => page.getByRole('region', { name: stage.t('activity.timeline'), exact: true })
const chips = (of: Locator, group: string) => of.getByRole('group', { name: group })
const box = (of: Page | Locator) => of.getByRole('textbox', { name: stage.t('activity.what') })

/** Pastes as a program's clipboard gives it. */
const paste = (into: Locator, text: string) =>
  into.evaluate((element, pasted) => {
    const data = new DataTransfer()
    data.setData('text/plain', pasted)
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, text)

test('a customer is found by keyboard, and a call is logged with the next step', async () => {
  const { t } = stage
  await see(page, '泓远精密制造')
  await page.keyboard.press('ControlOrMeta+k')
  await page
    .getByRole('dialog')
    .getByRole('combobox')
    .or(page.getByRole('dialog').getByRole('textbox'))
    .first()
    .fill('hyjm')
  await page
    .getByRole('option', { name: /泓远精密制造/ })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: '泓远精密制造' }).waitFor()
  const composer = composerOf(page)
  await composer.waitFor()
  await page.keyboard.press('n')
  await page.keyboard.type('预算已批，要求12月完成')
  await composer.getByRole('button', { name: '电话', exact: true }).click()
  await composer.getByRole('button', { name: '有意向' }).click()
  await chips(composer, t('activity.people')).getByRole('button', { name: '顾承宇' }).click()
  await chips(composer, t('activity.next')).getByRole('button').first().click()
  await page.keyboard.press('ControlOrMeta+Enter')
  await see(timeline(), '预算已批，要求12月完成')
  await see(timeline(), '有意向')
  await until(() => rows('activity')).toMatchObject([
    {
      kind: 'call',
      outcome: 'interested',
      body: '预算已批，要求12月完成',
      regarding: [{ object: 'company', id: company }],
      participants: [{ object: 'contact', id: contact }],
    },
  ])
  const next = page.getByRole('complementary').getByRole('region', { name: t('activity.nextTasks') })
  const subject = t('activity.proposedTask', { name: '泓远精密制造' })
  await next.getByRole('link', { name: subject }).waitFor()
  await until(() => rows('task')).toMatchObject([{ subject, regarding: { object: 'company', id: company } }])
  await next.getByRole('checkbox').click()
  await until(async () => (await rows('task'))[0]?.status).toBe('done')
  await gone(next.getByRole('link', { name: subject }))
})

test('undo takes back the activity and its task', async () => {
  const { t } = stage
  await visit()
  const composer = composerOf(page)
  await box(composer).fill('写错了的一条')
  await chips(composer, t('activity.next')).getByRole('button').first().click()
  await composer.getByRole('button', { name: t('activity.save') }).click()
  await see(timeline(), '写错了的一条')
  await until(() => rows('task')).toHaveLength(2)
  await page.getByRole('button', { name: t('design.undo') }).click()
  await gone(timeline().getByText('写错了的一条'))
  await until(() => rows('task')).toHaveLength(1)
  expect(await rows('activity')).toHaveLength(1)
})

test('what is not saved yet is there after a reload, and gone once it is saved', async () => {
  const { t } = stage
  await visit()
  await box(composerOf(page)).fill('还没写完')
  await composerOf(page).getByRole('button', { name: '会议', exact: true }).click()
  await page.reload()
  await until(() => box(composerOf(page)).inputValue()).toBe('还没写完')
  expect(
    await composerOf(page).getByRole('button', { name: '会议', exact: true }).getAttribute('aria-pressed'),
  ).toBe('true')
  await composerOf(page)
    .getByRole('button', { name: t('activity.discard') })
    .click()
  await page.reload()
  await until(() => box(composerOf(page)).inputValue()).toBe('')
})

test('a pasted chat fills kind, time and people; a colleague is mentioned by @', async () => {
  await visit()
  const composer = composerOf(page)
  await box(composer).focus()
  await paste(box(composer), '顾承宇 2026/11/20 14:03\n报价收到了\n\n王芳 2026/11/20 14:05\n好的\n')
  await until(() => box(composer).inputValue()).toBe('顾承宇：报价收到了\n王芳：好的')
  expect(await composer.getByRole('button', { name: '微信', exact: true }).getAttribute('aria-pressed')).toBe(
    'true',
  )
  await box(composer).press('ControlOrMeta+End')
  await page.keyboard.type(' @wf')
  await page.getByRole('option', { name: '王芳' }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ControlOrMeta+Enter')
  const saved = async () => (await rows('activity')).find((one) => one.kind === 'wechat')
  await until(saved).toMatchObject({
    occurredAt: '2026-11-20T06:03:00Z',
    endsAt: '2026-11-20T06:05:00Z',
    participants: [{ object: 'contact', id: contact }],
  })
  expect(String((await saved())?.body)).toMatch(/\[@王芳\]\(user:[0-9a-f-]{36}\)$/)
  await timeline().getByText('@王芳').waitFor()
})

test('an activity is written anew in its place', async () => {
  const { t } = stage
  await visit()
  const entry = timeline().getByRole('listitem').filter({ hasText: '预算已批' })
  await entry.hover()
  await entry.getByRole('button', { name: /的操作$/ }).click()
  await page.getByRole('menuitem', { name: t('activity.edit') }).click()
  await box(timeline()).fill('预算已批300万')
  await page.keyboard.press('ControlOrMeta+Enter')
  await see(timeline(), '预算已批300万')
  await until(async () => (await rows('activity')).map((one) => one.body)).toContain('预算已批300万')
})

test('what another writes appears without a reload', async () => {
  await visit()
  await see(timeline(), '预算已批300万')
  await stage.api.post('/records/activity', [
    { kind: 'visit', body: '同事上门看了产线', regarding: [{ object: 'company', id: company }] },
  ])
  await see(timeline(), '同事上门看了产线')
})

test('on a phone three touches and some words log what happened', async () => {
  const { t } = stage
  const phone = await stage.open('/', { viewport: 'phone' })
  let touches = 0
  const touch = async (target: Locator) => {
    await target.waitFor()
    touches++
    await target.click()
  }
  const create = phone.getByRole('navigation').getByRole('button', { name: t('shell.create') })
  await create.waitFor()
  const started = Date.now()
  await touch(create)
  await touch(phone.getByRole('dialog').getByRole('button', { name: t('shell.logActivity') }))
  const dialog = phone.getByRole('dialog', { name: t('activity.write') })
  // The record that was dealt with last is proposed.
  const proposed = chips(dialog, t('activity.chooseAbout')).getByRole('button', { pressed: true })
  await proposed.waitFor()
  expect(await proposed.textContent()).toContain('泓远精密制造')
  await phone.keyboard.type('电话确认了交期')
  await touch(dialog.getByRole('button', { name: t('activity.save') }))
  await gone(dialog)
  await until(async () => (await rows('activity')).map((one) => one.body)).toContain('电话确认了交期')
  expect(touches).toBe(3)
  console.info(`from the home screen to saved: ${Date.now() - started} ms, ${touches} touches`)
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await phone.context().close()
})

test('nothing that people write runs or makes the page slow', async () => {
  const bombs = [
    '<img src=x onerror="window.burst=1"><script>window.burst=1</script>',
    `[${'['.repeat(2_000)}](javascript:alert(1))`,
    `${'😀🇨🇳‮אבג'.repeat(200)}`,
    `# ${'**a'.repeat(3_000)}`,
  ]
  const made = await stage.api.post<{ data: Row[] }>('/records/company', [
    { name: `<b onclick="burst">${'长'.repeat(270)}`, description: bombs[0] },
  ])
  const id = made.data[0]?.id ?? ''
  await stage.api.post(
    '/records/activity',
    bombs.map((body) => ({ kind: 'note', body, regarding: [{ object: 'company', id }] })),
  )
  await visit(id)
  await see(timeline(), '<script>window.burst=1</script>')
  expect(await page.evaluate(() => Reflect.get(window, 'burst'))).toBeUndefined()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  expect(stage.uncaught).toEqual([])
})
