import type { Page } from 'playwright-core'
import type { Translate } from '#web/messages/translate.ts'

/** What a screen needs to be reached. */
export interface Visit {
  readonly page: Page
  readonly address: string
  readonly t: Translate
  readonly phone: boolean
  /** Records that are shown as examples. */
  readonly companyId: string
  readonly dealId: string
}

export interface Screen {
  readonly name: string
  /** Who sees it: before the first run, before signing in, signed in, or signed in with nothing told yet. */
  readonly as: 'founding' | 'stranger' | 'member' | 'colleague'
  readonly only?: 'desktop' | 'phone'
  /** Whether nothing else can be shown in the browser afterwards. */
  readonly spoils?: true
  /** Leads there and waits until all of it is there. */
  open(visit: Visit): Promise<void>
}

type Open = Screen['open']

/** What a member sees at any width, or at one alone. */
export const anywhere = (name: string, open: Open): Screen => ({ name, as: 'member', open })
export const onDesktop = (name: string, open: Open): Screen => ({ ...anywhere(name, open), only: 'desktop' })
export const onPhone = (name: string, open: Open): Screen => ({ ...anywhere(name, open), only: 'phone' })

export const go = async ({ page, address }: Visit, path: string) =>
  void (await page.goto(`${address}${path}`))

/** No grey placeholder is left. */
export const settled = ({ page }: Visit) =>
  page.waitForFunction(
    () =>
      document.querySelector('[aria-busy="true"], [class*="skeleton" i]') === null &&
      document.querySelector('h1,h2') !== null,
  )

/** A place with its heading and all that is loaded into it. */
export const place = async (visit: Visit, path: string) => {
  await go(visit, path)
  await visit.page.getByRole('heading', { level: 1 }).first().waitFor()
  await settled(visit)
}

/** The names of a list's records, each a link to its own page. */
export const recordLinks = ({ page }: Visit, object: string) =>
  page.getByRole('main').locator(`a[href^="/o/${object}/"]`)

export const list = async (visit: Visit, object: string, search = '') => {
  await go(visit, `/o/${object}${search}`)
  await recordLinks(visit, object).first().waitFor()
  await settled(visit)
}

export const dialog = ({ page }: Visit) => page.getByRole('dialog').first().waitFor()

export const press = ({ page }: Visit, name: string | RegExp) =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click()

export const pressKeys = async ({ page }: Visit, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
