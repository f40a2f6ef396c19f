import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OidcServer, startOidcServer } from '#server/platform/auth/providers/testing/oidc-server.ts'
import { launchBrowser, openContext } from '#test/support/browser.ts'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'
import type { Translate } from '#web/messages/translate.ts'
import { firstRun, founder, type Kith, startKith } from './support/kith.ts'
import { signIn } from './support/member.ts'
import { type ProxyServer, startProxy } from './support/proxy.ts'
import { gone, labelled, see, until } from './support/see.ts'
import { wordsOf } from './support/words.ts'

const name = '公司账号'

let oidc: OidcServer
/** What KITH_URL says has to be known before the server is there. */
let front: ProxyServer
let database: TestDatabase
let kith: Kith
let browser: Browser
let t: Translate
let context: BrowserContext
let page: Page

beforeAll(async () => {
  oidc = await startOidcServer()
  front = await startProxy({
    get address() {
      return kith.address
    },
  })
  database = await createTestDatabase()
  kith = await startKith(database.url, { publicUrl: front.address, outboundAllowed: [oidc.host] })
  browser = await launchBrowser()
  t = await wordsOf('zh-CN')
  await firstRun(kith)
  context = await openBrowser()
  await signIn(context, front)
  page = await context.newPage()
})
afterAll(async () => {
  await browser.close()
  await front.stop()
  await kith.stop()
  await database.drop()
  await oidc.stop()
})

async function openBrowser(): Promise<BrowserContext> {
  const made = await openContext(browser, { locale: 'zh-CN' })
  made.setDefaultTimeout(30_000)
  return made
}

const button = (of: Page, label: string) => of.getByRole('button', { name: label, exact: true })

test('an administrator sets a provider up, sees who comes by it, and turns it on', async () => {
  await page.goto(`${front.address}/settings/single-sign-on`)
  await button(page, t('providers.add')).first().click()
  const adding = page.getByRole('dialog', { name: t('providers.add') })
  await labelled(adding, t('providers.name')).fill(name)
  await labelled(adding, t('providers.field_oidc_issuer')).fill(oidc.issuer)
  await labelled(adding, t('providers.field_oidc_clientId')).fill(oidc.clientId)
  await labelled(adding, t('providers.field_oidc_clientSecret')).fill(oidc.clientSecret)
  await adding.getByRole('button', { name: t('providers.add') }).click()
  await gone(adding)
  const row = page.getByRole('row').filter({ hasText: name })
  await row.getByText(t('providers.off'), { exact: true }).waitFor()
  await row.getByText(t('providers.untried'), { exact: true }).waitFor()

  // What the form now shows is what the provider's administrator enters there.
  await button(page, t('providers.editNamed', { name })).click()
  const editing = page.getByRole('dialog', { name: t('providers.edit', { name }) })
  oidc.register(await labelled(editing, t('providers.callbackUrl')).inputValue())
  await button(page, t('design.cancel')).click()
  await gone(editing)

  oidc.person = { sub: 'wang', name: founder.name, email: founder.email, email_verified: true }
  const opening = page.waitForEvent('popup')
  await button(page, t('providers.tryNamed', { name })).click()
  const tab = await opening
  await tab.waitForURL(/\/settings\/single-sign-on\?tried=/)
  await see(tab, t('providers.went_member', { name: founder.name }))
  await tab.close()

  await page.reload()
  await see(page, t('providers.went_member', { name: founder.name }))
  await button(page, t('providers.editNamed', { name })).click()
  await editing.getByRole('switch', { name: new RegExp(`^${t('providers.enabled')}`) }).click()
  await editing.getByRole('button', { name: t('providers.save') }).click()
  await gone(editing)
  await row.getByText(t('providers.on'), { exact: true }).waitFor()
})

test('who signs out comes back by it, to the page that was asked for', async () => {
  await page.goto(`${front.address}/`)
  await page.getByRole('button', { name: founder.name }).click()
  await page.getByRole('menuitem', { name: t('shell.signOut') }).click()
  await labelled(page, t('auth.identifier')).waitFor()

  await page.goto(`${front.address}/settings/members`)
  await button(page, t('providers.signInWith', { name })).click()
  await page.waitForURL((url) => url.pathname === '/settings/members')
  await button(page, t('people.invite')).waitFor()
  const asked = await context.request.get(`${front.address}/api/v1/auth/session`)
  expect(await asked.json()).toMatchObject({
    account: { email: founder.email },
    providerId: expect.any(String),
  })
})

test('who is nobody is told one thing, and the reason stands in the audit log', async () => {
  oidc.person = { sub: 'stranger', name: '陌生人', email: 'stranger@example.com', email_verified: true }
  const abroad = await openBrowser()
  const stranger = await abroad.newPage()
  await stranger.goto(`${front.address}/o/company`)
  await button(stranger, t('providers.signInWith', { name })).click()
  await see(stranger, t('providers.failed'))
  expect(await stranger.getByText(/unknown_person|stranger@/).count()).toBe(0)
  expect((await abroad.request.get(`${front.address}/api/v1/auth/session`)).status()).toBe(401)
  await abroad.close()

  const kept = async () => (await context.request.get(`${front.address}/api/v1/audit`)).text()
  await until(async () => (await kept()).includes('unknown_person')).toBe(true)
  await page.goto(`${front.address}/settings/audit`)
  await page
    .getByRole('row')
    .filter({ hasText: t('audit.kind_signInFailed') })
    .first()
    .getByRole('button')
    .first()
    .click()
  await see(page.getByRole('dialog'), 'unknown_person')
})

test('once it is off, whom it let in is out, and nobody is offered it', async () => {
  const own = await openBrowser()
  await signIn(own, front)
  const administrator = await own.newPage()
  await administrator.goto(`${front.address}/settings/single-sign-on`)
  await button(administrator, t('providers.editNamed', { name })).click()
  const editing = administrator.getByRole('dialog', { name: t('providers.edit', { name }) })
  await editing.getByRole('switch', { name: new RegExp(`^${t('providers.enabled')}`) }).click()
  await editing.getByRole('button', { name: t('providers.save') }).click()
  await gone(editing)
  await until(async () => (await context.request.get(`${front.address}/api/v1/auth/session`)).status()).toBe(
    401,
  )
  const answered = page.waitForResponse((response) =>
    new URL(response.url()).pathname.endsWith('/auth/providers'),
  )
  await page.goto(`${front.address}/settings/members`)
  await labelled(page, t('auth.identifier')).waitFor()
  expect(await (await answered).json()).toMatchObject({ data: [] })
  expect(await button(page, t('providers.signInWith', { name })).count()).toBe(0)
  await own.close()
})
