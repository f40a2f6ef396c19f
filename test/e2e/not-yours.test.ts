import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownRecords } from '#test/support/permissions.ts'
import { colleague } from './support/furnish.ts'
import { signIn } from './support/member.ts'
import { gone, see, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'

let stage: Stage
let t: Stage['t']
/** Of Lin, who sees everything and changes what is hers. */
let lin: Page
let company: string

interface Named {
  readonly data: readonly { readonly id: string; readonly name: string }[]
}
const make = async (object: string, values: object) =>
  (await stage.api.post<{ data: { id: string } }>(`/records/${object}`, values)).data.id

beforeAll(async () => {
  stage = await setStage()
  t = stage.t
  const { api } = stage
  await api.post('/auth/members', { ...colleague, role: 'member' })
  const hers = (await api.get<Named>('/records/user')).data.find(({ name }) => name === colleague.name)!.id
  const permissions = {
    usual: { ...ownRecords, read: 'all' },
    objects: { company: { update: 'all', transfer: 'none' }, deal: { update: 'none', transfer: 'all' } },
    fields: {},
    rights: [],
  }
  const role = await api.post<{ data: { id: string } }>('/roles', { name: '销售', permissions })
  await api.send('PUT', `/role-assignments/${hers}`, { roleIds: [role.data.id] })
  company = await make('company', { name: '客户乙' })
  await make('company', { name: '客户甲' })
  await make('company', { name: '客户丙', ownerId: hers })
  await make('deal', { name: '商机甲' })
  const noon = new Date(Math.floor((Date.now() + 8 * 3_600_000) / 86_400_000) * 86_400_000 + 4 * 3_600_000)
  for (const [whose, own] of [
    ['王芳的', {}],
    ['林知夏的', { ownerId: hers }],
  ] as const) {
    const regarding = { object: 'company', id: company }
    await make('task', { subject: `${whose}任务`, regarding, ...own })
    const when = { occurredAt: noon.toISOString() }
    await make('activity', {
      kind: 'meeting',
      subject: `${whose}会议`,
      ...when,
      regarding: [regarding],
      ...own,
    })
  }
  const context = await stage.context()
  await signIn(context, stage.kith, colleague.email, colleague.password)
  lin = await context.newPage()
})
afterAll(() => stage.close())

const visit = (path: string, on: Page = lin) => on.goto(`${stage.kith.address}${path}`)
const refused = (name: string) => see(lin, t('records.mayNotChange', { name }))
const card = (name: string, on: Page | Locator = lin) => on.getByRole('listitem').filter({ hasText: name })
const entry = (text: string) => lin.getByRole('listitem').filter({ hasText: text }).last()

test('on a board by owner a card is put to another place by who may change it, to another owner by who may do both', async () => {
  await visit('/o/company?kind=board&by=owner')
  const column = lin
    .getByRole('region')
    .filter({ has: card('客户甲') })
    .last()
  const order = async () =>
    (
      await column
        .locator('[data-card]:not([data-lifted])')
        .evaluateAll((cards) =>
          cards
            .toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
            .map((one) => one.querySelector('a')?.textContent),
        )
    ).join()
  await until(order).toBe('客户甲,客户乙')
  await card('客户甲').focus()
  for (const key of ['m', 'ArrowDown', 'Enter']) await lin.keyboard.press(key)
  await until(order).toBe('客户乙,客户甲')

  const from = (await card('客户甲').boundingBox())!
  const to = (await card('客户丙').boundingBox())!
  await lin.mouse.move(from.x + 80, from.y + 30)
  await lin.mouse.down()
  await lin.mouse.move(from.x + 90, from.y + 34, { steps: 2 })
  await lin.mouse.move(to.x + 80, to.y + 30, { steps: 6 })
  await lin.mouse.up()
  await refused('客户甲')
  await until(order).toBe('客户乙,客户甲')

  // What may be given away and not changed stays where it is.
  await visit('/o/deal?kind=board&by=owner')
  await card('商机甲').focus()
  await lin.keyboard.press('m')
  await refused('商机甲')
  await card('商机甲')
    .getByRole('button', { name: t('board.cardMenu', { name: '商机甲' }) })
    .click()
  await lin.getByRole('menuitem', { name: t('board.copyLink') }).waitFor()
  expect(await lin.getByRole('menuitem', { name: t('board.moveTo') }).count()).toBe(0)
})

test('a timeline offers to tick, change and delete what is one’s own; another’s tick says why not', async () => {
  await visit(`/o/company/${company}`)
  const tick = (subject: string) =>
    lin
      .getByRole('region', { name: t('activity.timeline') })
      .getByRole('checkbox', { name: new RegExp(subject) })
  await tick('王芳的任务').press('Space')
  await refused('王芳的任务')
  await tick('林知夏的任务').press('Space')
  await until(() => tick('林知夏的任务').getAttribute('aria-checked')).toBe('true')
  expect(await tick('王芳的任务').getAttribute('aria-checked')).toBe('false')

  const offered = async (subject: string) => {
    await entry(subject)
      .getByRole('button', { name: t('activity.entryMenu', { name: subject }) })
      .click()
    await lin.getByRole('menuitem', { name: t('records.copyLink') }).waitFor()
    const acts = [t('activity.edit'), t('activity.delete')]
    const shown = await lin.getByRole('menuitem').allTextContents()
    await lin.keyboard.press('Escape')
    await gone(lin.getByRole('menu'))
    return acts.filter((act) => shown.includes(act))
  }
  expect(await offered('王芳的会议')).toEqual([])
  expect(await offered('林知夏的会议')).toEqual([t('activity.edit'), t('activity.delete')])
})

test('on a phone a finger lifts one’s own entry out of the agenda, and no other', async () => {
  const context = await stage.context({ viewport: 'phone' })
  await signIn(context, stage.kith, colleague.email, colleague.password)
  const phone = await context.newPage()
  await visit('/o/activity?kind=calendar&span=month', phone)
  const touch = await context.newCDPSession(phone)
  const restOn = async (subject: string): Promise<boolean> => {
    const line = phone.getByRole('button', { name: new RegExp(subject) })
    const box = (await line.boundingBox())!
    const touchPoints = [{ x: box.x + 60, y: box.y + box.height / 2 }]
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
    // Set after the one that lifts it, and as long: it comes after that one, however slow the machine.
    await phone.evaluate(
      () => new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve), 400)),
    )
    const lifted = (await line.getAttribute('data-lifted')) !== null
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    return lifted
  }
  await phone.getByRole('button', { name: /林知夏的会议/ }).waitFor()
  await until(() => restOn('林知夏的会议')).toBe(true)
  expect(await restOn('王芳的会议')).toBe(false)
})

test('no page failed', () => {
  expect(stage.uncaught).toEqual([])
})
