import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openContext } from '#test/support/browser.ts'

interface Account {
  readonly email: string
  readonly password: string
}

/** A browser of its own in which a person is signed in. */
export async function signedIn(browser: Browser, address: string, account: Account): Promise<BrowserContext> {
  const context = await openContext(browser)
  const answer = await context.request.post(`${address}/api/v1/auth/sign-in`, {
    data: { identifier: account.email, password: account.password },
  })
  if (!answer.ok()) throw new Error(`nobody was signed in: ${await answer.text()}`)
  return context
}

/** A page whose processor is so many times slower. */
export async function slowPage(context: BrowserContext, rate: number): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
  return page
}
