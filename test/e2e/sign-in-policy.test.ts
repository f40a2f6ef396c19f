import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeAt, stepAt } from '#server/platform/auth/factors/totp.ts'
import { fromBase32 } from '#server/platform/auth/testing/from-base32.ts'
import { createKey } from './support/create-key.ts'
import { apiOf, founder } from './support/kith.ts'
import { labelled, see, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'

let stage: Stage
let t: Stage['t']
let page: Page
const lin = { name: '林知夏', email: 'lin@example.com', mobile: '13812344478' }

beforeAll(async () => {
  stage = await setStage()
  t = stage.t
  page = await stage.open()
  const added = await page.context().request.post(`${stage.kith.address}/api/v1/auth/members`, {
    data: { ...lin, password: founder.password, role: 'member' },
  })
  expect(added.ok(), await added.text()).toBe(true)
})
afterAll(() => stage.close())

const visit = (path: string) => page.goto(`${stage.kith.address}${path}`)

test('members are asked for a second factor: who has none sets it up, and goes on to where they were headed', async () => {
  await visit('/settings/sign-in-policy')
  await page.getByRole('combobox', { name: t('signInPolicy.secondFactor') }).click()
  await page.getByRole('option', { name: t('signInPolicy.byRole') }).click()
  await page.getByRole('checkbox', { name: '成员', exact: true }).check()
  await page.getByRole('checkbox', { name: '管理员', exact: true }).uncheck()
  await page.getByRole('button', { name: t('signInPolicy.save') }).click()
  await see(page, t('signInPolicy.saved'))

  const context = await stage.context()
  const member = await context.newPage()
  await member.goto(`${stage.kith.address}/o/company`)
  // A number is read as it is written down.
  await labelled(member, t('auth.identifier')).fill('+86 138-1234-4478')
  await labelled(member, t('auth.password')).fill(founder.password)
  await member.getByRole('button', { name: t('auth.signIn'), exact: true }).click()
  await member.getByRole('heading', { name: t('signInPolicy.needed') }).waitFor()
  // Nothing else is open meanwhile.
  const refused = await context.request.get(`${stage.kith.address}/api/v1/records/company`)
  expect(refused.status()).toBe(403)
  await member.goto(`${stage.kith.address}/o/company`)
  await member.getByRole('button', { name: t('auth.setUpAppTitle') }).click()
  const dialog = member.getByRole('dialog')
  await dialog.getByRole('img', { name: t('auth.qrCode') }).waitFor()
  const key = fromBase32((await dialog.locator('code').innerText()).replace(/\s/g, ''))
  await labelled(dialog, t('auth.code')).fill(codeAt(key, stepAt(Date.now())))
  await member.keyboard.press('Enter')
  await member.getByRole('button', { name: t('settings.done') }).click()
  await member.waitForURL(/\/o\/company/)
  await see(member, t('records.nothingYet', { object: '客户' }))
  await context.close()
  // The administrator, of whom it was not demanded, is where they were.
  await page.reload()
  await page.getByRole('combobox', { name: t('signInPolicy.secondFactor') }).waitFor()
})

test('a key is narrowed to reading one object, and its line tells so and when it was used', async () => {
  await visit('/settings/keys')
  const key = await createKey(page, t, {
    name: '报表',
    limit: async (dialog) => {
      await dialog.getByRole('combobox', { name: t('signInPolicy.keyObjects') }).click()
      await page.getByRole('option', { name: t('signInPolicy.keyChosenObjects') }).click()
      await dialog.getByRole('checkbox', { name: '客户', exact: true }).check()
      await dialog.getByRole('checkbox', { name: t('signInPolicy.keyReadOnly') }).check()
    },
  })
  const row = page.getByRole('row').filter({ hasText: '报表' })
  await see(row, new RegExp(`${t('signInPolicy.keyReadOnly')}.*客户`))
  await see(row, t('settings.keyNeverUsed'))
  const program = apiOf(stage.kith, { authorization: `Bearer ${key}` })
  await program.get('/records/company')
  await expect(program.post('/records/company', { name: '不该有的客户' })).rejects.toThrow(/403/)
  await expect(program.get('/records/contact')).rejects.toThrow(/40[34]/)
  expect((await stage.api.get<{ data: unknown[] }>('/records/company')).data).toEqual([])
  await until(async () => {
    await page.reload()
    await row.waitFor()
    return row.textContent()
  }).toContain('127.0.0.1')
})

test('no page threw an error', () => {
  expect(stage.uncaught).toEqual([])
})
