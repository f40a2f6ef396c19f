import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { languages } from '#shared/language.ts'
import { languageNames } from '#web/messages/language-names.ts'
import { createKey } from './support/create-key.ts'
import { apiOf, founder } from './support/kith.ts'
import { gone, labelled, see, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'
import { wordsOf } from './support/words.ts'

let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await setStage()
  page = await stage.open('/settings/workspace')
})
afterAll(() => stage.close())

const visit = (path: string) => page.goto(`${stage.kith.address}${path}`)

test('the language changes without a reload, and stays', async () => {
  await page.evaluate(() => Object.assign(window, { notReloaded: true }))
  let t = stage.t
  for (const language of ['zh-TW', 'en', 'zh-CN'] as const) {
    expect(languages).toContain(language)
    await page.getByRole('button', { name: new RegExp(founder.name) }).click()
    await page.getByRole('menuitemradio', { name: languageNames[language] }).click()
    t = await wordsOf(language)
    await page.getByRole('heading', { level: 1, name: t('settings.title') }).waitFor()
    await until(() => page.evaluate(() => document.documentElement.lang)).toBe(language)
  }
  expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true)
  // Objects carry their names in every language.
  await page.getByRole('button', { name: new RegExp(founder.name) }).click()
  await page.getByRole('menuitemradio', { name: languageNames.en }).click()
  await page.getByRole('link', { name: 'Companies' }).waitFor()
  await page.reload()
  await page.getByRole('link', { name: 'Companies' }).waitFor()
  await page.getByRole('button', { name: new RegExp(founder.name) }).click()
  await page.getByRole('menuitemradio', { name: languageNames['zh-CN'] }).click()
  await page.getByRole('link', { name: '客户', exact: true }).waitFor()
})

test('the theme changes at once, and stays', async () => {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await ground()
  await page.getByRole('button', { name: new RegExp(founder.name) }).click()
  await page.getByRole('menuitemradio', { name: stage.t('shell.themeDark') }).click()
  await until(ground).not.toBe(light)
  const dark = await ground()
  await page.reload()
  await until(ground).toBe(dark)
  await page.getByRole('button', { name: new RegExp(founder.name) }).click()
  await page.getByRole('menuitemradio', { name: stage.t('shell.themeLight') }).click()
  await until(ground).toBe(light)
})

test('a working weekend is added to the calendar and taken away', async () => {
  const { t } = stage
  await visit('/settings/calendar')
  await page.getByRole('textbox', { name: t('settings.date'), exact: true }).fill('2031-02-08')
  await page.getByRole('combobox', { name: t('settings.dayKind') }).click()
  await page.getByRole('option', { name: t('settings.works') }).click()
  await page.getByLabel(t('settings.exceptionName')).fill('春节调休')
  await page.getByRole('button', { name: t('settings.addException') }).click()
  const line = page.getByRole('group').filter({ hasText: '2031' }).getByRole('listitem')
  await line.waitFor()
  const kept = async () => {
    const { data } = await stage.api.get<{
      data: { calendar: { exceptions: { date: string; works: boolean }[] } }
    }>('/settings')
    return data.calendar.exceptions.find(({ date }) => date === '2031-02-08')?.works
  }
  await until(kept).toBe(true)
  await page.reload()
  await line.waitFor()
  await line.getByRole('button').click()
  await gone(line)
  await until(kept).toBe(undefined)
})

test('a member who was added signs in, and may not do what administrators do', async () => {
  const { t } = stage
  await visit('/settings/members')
  await page.getByRole('button', { name: t('people.addDirectly') }).click()
  const dialog = page.getByRole('dialog', { name: t('settings.addMember') })
  await labelled(dialog, t('settings.memberName')).fill('何一帆')
  await labelled(dialog, t('auth.identifier')).fill('he.yifan@example.com')
  await labelled(dialog, t('settings.initialPassword')).fill('初始密码很长很长')
  await dialog.getByRole('button', { name: t('settings.addMember') }).click()
  await page.getByRole('row').filter({ hasText: '何一帆' }).waitFor()
  const context = await stage.context()
  const other = await context.newPage()
  await other.goto(`${stage.kith.address}/settings/workspace`)
  await labelled(other, t('auth.identifier')).fill('he.yifan@example.com')
  await labelled(other, t('auth.password')).fill('初始密码很长很长')
  await other.keyboard.press('Enter')
  await see(other, t('access.notForYou'))

  await page.getByRole('button', { name: t('people.menuOf', { name: '何一帆' }) }).click()
  await page.getByRole('menuitem', { name: t('settings.resetPassword') }).click()
  const reset = page.getByRole('dialog')
  await labelled(reset, t('settings.newPassword')).fill('另一个很长的密码')
  await reset.getByRole('button', { name: t('settings.resetPassword') }).click()
  await see(page, t('settings.passwordReset', { name: '何一帆' }))
  await other.reload()
  await labelled(other, t('auth.identifier')).fill('he.yifan@example.com')
  await labelled(other, t('auth.password')).fill('另一个很长的密码')
  await other.keyboard.press('Enter')
  await see(other, t('access.notForYou'))
  await context.close()
})

test('a key is shown once and opens the API; revoked it opens nothing', async () => {
  const { t } = stage
  await visit('/settings/keys')
  const key = await createKey(page, t, { name: '官网表单' })
  await page.getByRole('row').filter({ hasText: '官网表单' }).waitFor()
  expect(await page.content()).not.toContain(key)
  const program = apiOf(stage.kith, { authorization: `Bearer ${key}` })
  await program.post('/records/company', { name: '来自官网' })
  await page.getByRole('button', { name: t('settings.revokeKeyNamed', { name: '官网表单' }) }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('settings.revokeKey') })
    .click()
  await gone(page.getByRole('row').filter({ hasText: '官网表单' }))
  await expect(program.get('/records/company')).rejects.toThrow(/401/)
  expect(stage.uncaught).toEqual([])
})
