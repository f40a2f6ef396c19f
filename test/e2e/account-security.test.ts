import pg from 'pg'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeAt, stepAt } from '#server/platform/auth/factors/totp.ts'
import { fromBase32 } from '#server/platform/auth/testing/from-base32.ts'
import { founder } from './support/kith.ts'
import { gone, labelled, see, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'

let stage: Stage
let context: BrowserContext
let page: Page

beforeAll(async () => {
  stage = await setStage()
  context = await stage.context()
  page = await context.newPage()
  await addDevice()
  await visit('/settings/security')
  await typePassword()
  await page.getByRole('heading', { name: stage.t('auth.devices') }).waitFor()
})
afterAll(() => stage.close())

const visit = (path: string) => page.goto(`${stage.kith.address}${path}`)

/** A device that has a screen lock, as Chromium plays one. */
async function addDevice() {
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

async function typePassword() {
  await labelled(page, stage.t('auth.identifier')).fill(founder.email)
  await labelled(page, stage.t('auth.password')).fill(founder.password)
  await page.getByRole('button', { name: stage.t('auth.signIn'), exact: true }).click()
}

/** Forgets who is signed in, as another browser with the same device would. */
async function leave() {
  await context.clearCookies()
  await visit('/settings/security')
  await labelled(page, stage.t('auth.identifier')).waitFor()
}

/** As if the sign-in were long ago. */
async function age() {
  const client = new pg.Client(stage.databaseUrl)
  await client.connect()
  await client.query(`update kith.session set proved_at = now() - interval '1 hour'`)
  await client.end()
}

test('a passkey is added, signs in by its button and from the field, and is removed', async () => {
  const { t } = stage
  await page.getByRole('button', { name: t('auth.addPasskey') }).click()
  const row = page.getByRole('table', { includeHidden: false }).first().getByRole('row').nth(1)
  await see(page, t('auth.passkeyAdded'))
  await row.getByText(/Chrome/).waitFor()
  await row.getByRole('button').first().click()
  const dialog = page.getByRole('dialog')
  await labelled(dialog, t('auth.passkeyName')).fill('公司的电脑')
  await dialog.getByRole('button', { name: t('auth.renamePasskey'), exact: true }).click()
  await row.getByText('公司的电脑').waitFor()

  await leave()
  // The device answers the question that the field asks; where it is slower than a finger, the button’s.
  const button = page.getByRole('button', { name: t('auth.signInByPasskey') })
  const devices = page.getByRole('heading', { name: t('auth.devices') })
  const isIn = () =>
    devices.waitFor({ timeout: 10_000 }).then(
      () => true,
      () => false,
    )
  do await button.click({ timeout: 5_000 }).catch(() => {})
  while (!(await isIn()))

  await page.getByRole('button', { name: t('auth.removePasskeyNamed', { name: '公司的电脑' }) }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('auth.removePasskey') })
    .click()
  await see(page, t('auth.passkeyRemoved', { name: '公司的电脑' }))
})

test('an app is set up by its QR code; then a code is asked for, and a recovery code does as well', async () => {
  const { t } = stage
  await page.getByRole('button', { name: t('auth.setUpApp') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('img', { name: t('auth.qrCode') }).waitFor()
  const key = fromBase32((await dialog.locator('code').innerText()).replace(/\s/g, ''))
  await labelled(dialog, t('auth.code')).fill('000000')
  await page.keyboard.press('Enter')
  await dialog.getByRole('alert').getByText(/\S/).waitFor()
  await labelled(dialog, t('auth.code')).fill(codeAt(key, stepAt(Date.now())))
  await page.keyboard.press('Enter')
  const kept = page.getByRole('dialog').locator('li')
  await until(() => kept.count()).toBe(10)
  const codes = await kept.allInnerTexts()
  await page.getByRole('button', { name: t('settings.done') }).click()
  await see(page, t('auth.recoveryCodesLeft', { count: 10 }))

  await leave()
  await typePassword()
  await labelled(page, t('auth.code')).fill(codeAt(key, stepAt(Date.now()) + 1))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: t('auth.devices') }).waitFor()

  await leave()
  await typePassword()
  await page.getByRole('button', { name: t('auth.useRecoveryCode') }).click()
  await labelled(page, t('auth.recoveryCode')).fill(codes[0] ?? '')
  await page.keyboard.press('Enter')
  await see(page, t('auth.recoveryCodesLeft', { count: 9 }))
})

test('what is dangerous asks who sits there, and is done then; called off, it is not', async () => {
  const { t } = stage
  await age()
  const turnOff = async () => {
    await page.getByRole('button', { name: t('auth.turnOffApp') }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('auth.turnOffApp') })
      .click()
    return page.getByRole('dialog', { name: t('auth.prove') })
  }
  const asked = await turnOff()
  await asked.getByRole('button', { name: t('design.cancel') }).click()
  await gone(asked)
  await page.getByRole('dialog').getByRole('alert').getByText(/\S/).waitFor()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('design.cancel') })
    .click()
  await gone(page.getByRole('dialog'))

  const again = await turnOff()
  await labelled(again, t('auth.password')).fill('a wrong guess')
  await page.keyboard.press('Enter')
  await again.getByRole('alert').getByText(/\S/).waitFor()
  await labelled(again, t('auth.password')).fill(founder.password)
  await page.keyboard.press('Enter')
  await see(page, t('auth.appTurnedOff'))
})

test('other devices are listed and signed out', async () => {
  const { t } = stage
  const other = await stage.open('/settings/security')
  await other.getByRole('heading', { name: t('auth.devices') }).waitFor()
  await page.reload()
  await page.getByRole('button', { name: t('auth.endOthers') }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('auth.endDevice') })
    .click()
  await see(page, t('auth.devicesEnded'))
  await gone(page.getByRole('button', { name: t('auth.endOthers') }))
  await other.reload()
  await labelled(other, t('auth.identifier')).waitFor()
  expect(stage.uncaught).toEqual([])
})
