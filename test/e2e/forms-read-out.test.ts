import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gone, labelled, see, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'

let stage: Stage
let t: Stage['t']
let page: Page

beforeAll(async () => {
  stage = await setStage()
  t = stage.t
  page = await stage.open('/')
})
afterAll(() => stage.close())

/** What is read out after the name of an input. */
const description = (input: Locator) =>
  input.evaluate((one) =>
    (one.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  )

test('what an input refuses, and what it is for, is read out with it', async () => {
  await page.goto(`${stage.kith.address}/o/company/new`)
  const revenue = labelled(page, '年营业额')
  await revenue.fill('很多')
  await revenue.blur()
  await until(() => description(revenue)).toMatch(/\S/)
  expect(await labelled(page, '备注').getAttribute('aria-describedby')).toMatch(/-below$/)
  await page.goto(`${stage.kith.address}/o/contact/new`)
  const company = page.getByRole('main').getByLabel('所属客户', { exact: true }).first()
  expect(await company.getAttribute('aria-describedby')).toMatch(/-below$/)
  const made = await page.context().request.post(`${stage.kith.address}/api/v1/auth/identity-providers`, {
    data: {
      kind: 'oidc',
      name: '公司账号',
      enabled: false,
      config: { issuer: 'https://login.example.com', clientId: 'kith' },
    },
  })
  expect(made.ok(), await made.text()).toBe(true)
  await page.goto(`${stage.kith.address}/settings/single-sign-on`)
  await page.getByRole('button', { name: t('providers.editNamed', { name: '公司账号' }) }).click()
  const address = page.getByRole('dialog').getByRole('textbox', { name: t('providers.callbackUrl') })
  await until(() => description(address)).toBe(t('providers.callbackUrlHelp'))
})

test('a key for chosen objects begins with none, and is refused until one is chosen', async () => {
  await page.goto(`${stage.kith.address}/settings/keys`)
  await page
    .getByRole('button', { name: t('settings.createKey') })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('settings.keyName')).fill('报表')
  await dialog.getByRole('combobox', { name: t('signInPolicy.keyObjects') }).click()
  await page.getByRole('option', { name: t('signInPolicy.keyChosenObjects') }).click()
  const objects = dialog.getByRole('group', { name: t('signInPolicy.keyChosenObjects') })
  await objects.waitFor()
  expect(await objects.getByRole('checkbox', { checked: true }).count()).toBe(0)
  const create = dialog.getByRole('button', { name: t('settings.createKey') })
  await create.click()
  await see(dialog, t('signInPolicy.keyNoObjects'))
  expect(await description(objects)).toBe(t('signInPolicy.keyNoObjects'))
  const company = objects.getByRole('checkbox', { name: '客户', exact: true })
  await company.check()
  await company.uncheck()
  await see(dialog, t('signInPolicy.keyNoObjects'))
  await company.check()
  await create.click()
  await dialog.getByRole('textbox', { name: t('settings.key') }).waitFor()
})

test('where a browser lends no clipboard, what was to be copied is selected, and that is said', async () => {
  const context = await stage.context()
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
    document.execCommand = () => false
  })
  await context.addCookies(await page.context().cookies())
  const plain = await context.newPage()
  await plain.goto(`${stage.kith.address}/settings/keys`)
  await plain
    .getByRole('button', { name: t('settings.createKey') })
    .first()
    .click()
  const dialog = plain.getByRole('dialog')
  await dialog.getByLabel(t('settings.keyName')).fill('官网')
  await dialog.getByRole('button', { name: t('settings.createKey') }).click()
  const key = dialog.getByRole('textbox', { name: t('settings.key') })
  await key.waitFor()
  await dialog.getByRole('button', { name: t('design.copy') }).click()
  await see(plain, t('design.copySelected'))
  expect(await plain.evaluate(() => getSelection()?.toString())).toBe(await key.inputValue())
  await gone(dialog.getByRole('button', { name: t('design.copied') }))
  await context.close()
})

test('over plain HTTP, where a page has no clipboard, a link is copied all the same', async () => {
  const context = await stage.context()
  await context.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await context.addCookies(await page.context().cookies())
  const { data } = await stage.api.post<{ data: { id: string } }>('/records/company', { name: '远望仪表' })
  const plain = await context.newPage()
  await plain.goto(`${stage.kith.address}/o/company/${data.id}`)
  await plain.evaluate(() => {
    document.addEventListener('copy', () => {
      const { activeElement } = document
      if (activeElement instanceof HTMLTextAreaElement) document.body.dataset.copied = activeElement.value
    })
  })
  await plain.getByRole('button', { name: t('records.copyLink') }).click()
  await see(plain, t('design.linkCopied'))
  const copied = await plain.evaluate(() => document.body.dataset.copied)
  expect(copied).toBe(`${stage.kith.address}/o/company/${data.id}`)
  await context.close()
})

test('no page failed', () => {
  expect(stage.uncaught).toEqual([])
})
