import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { founder } from './support/kith.ts'
import { labelled, see, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'

let stage: Stage
let page: Page

interface Row {
  readonly id: string
  readonly key?: string
  readonly userId?: string
  readonly roleIds?: readonly string[]
}

const rows = async (path: string): Promise<readonly Row[]> =>
  (await stage.api.get<{ data: readonly Row[] }>(path)).data

beforeAll(async () => {
  stage = await setStage()
  for (const name of ['何一帆', '林知夏']) {
    const password = '初始密码很长很长'
    await stage.api.post('/auth/members', {
      name,
      email: `${name.length}${name.codePointAt(0)}@example.com`,
      password,
      role: 'member',
    })
  }
  page = await stage.open('/settings/access-reviews')
})
afterAll(() => stage.close())

test('a review is opened, decided line by line from the keyboard, and signed off', async () => {
  const { t } = stage
  await page.getByRole('button', { name: t('reviews.open') }).click()
  await page.getByRole('tab', { name: new RegExp(t('reviews.show_none')) }).waitFor()
  const role = '成员'
  const line = (name: string) => page.getByRole('row').filter({ hasText: name })
  await line('何一帆').hover()
  await line('何一帆').and(page.locator('[data-current="true"]')).waitFor()
  await page.keyboard.press('w')
  const dialog = page.getByRole('dialog')
  await see(dialog, t('reviews.withdrawWhat', { name: '何一帆', role }))
  await labelled(dialog, t('reviews.comment')).fill('已调岗')
  await dialog.getByRole('button', { name: t('reviews.withdraw') }).click()
  await see(page, t('reviews.withdrawn', { count: 1 }))
  const users = await rows(`/records/user?filter=${encodeURIComponent('name = "何一帆"')}`)
  const bearers = async () => (await rows('/role-assignments')).map(({ userId }) => userId)
  await until(bearers).not.toContain(users[0]?.id)

  await page.getByRole('button', { name: t('reviews.signOff') }).hover()
  await page.getByRole('checkbox', { name: t('reviews.chooseAll') }).click()
  await page.getByRole('toolbar', { name: t('reviews.chosen', { count: 2 }) }).waitFor()
  await page.keyboard.press('y')
  await see(page, t('reviews.allDone'))
  await page.getByRole('button', { name: t('reviews.signOff') }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('reviews.signOff') })
    .click()
  await see(page, new RegExp(t('reviews.signedBy', { name: founder.name, at: '2' }).split('2')[0] ?? ''))
  await line('何一帆').getByText(t('reviews.show_withdrawn')).waitFor()
  expect(await page.getByRole('checkbox').count()).toBe(0)
  expect(stage.uncaught).toEqual([])
})
