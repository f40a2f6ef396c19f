import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Language } from '#shared/language.ts'
import { launchBrowser, openContext, type PageLook } from '#test/support/browser.ts'
import { createTestDatabase } from '#test/support/database.ts'
import type { Translate } from '#web/messages/translate.ts'
import { type Api, firstRun, type Kith, startKith } from './kith.ts'
import { signIn } from './member.ts'
import { wordsOf } from './words.ts'

/** A server on a database of its own and a browser; what a file of journeys plays on. */
export interface Stage {
  readonly kith: Kith
  /** Connection URL of its database. */
  readonly databaseUrl: string
  readonly browser: Browser
  /** As a program of the founder; only after the first run. */
  readonly api: Api
  readonly t: Translate
  /** A page of the founder, signed in; it is closed with the stage. */
  open(path?: string, look?: PageLook): Promise<Page>
  /** A browser in which nobody is signed in. */
  context(look?: PageLook): Promise<BrowserContext>
  /** Errors that no page caught, so far. */
  readonly uncaught: readonly string[]
  close(): Promise<void>
}

interface StageOptions {
  readonly language?: Language
  /** Whether the workspace is there already. */
  readonly founded?: boolean
}

/** Most that a page may need for anything, on a slow machine; nothing waits that long when all is well. */
const patience = 30_000

export async function setStage({ language = 'zh-CN', founded = true }: StageOptions = {}): Promise<Stage> {
  const database = await createTestDatabase()
  const [kith, browser, t] = await Promise.all([startKith(database.url), launchBrowser(), wordsOf(language)])
  const api = founded ? await firstRun(kith, { language }) : undefined
  const uncaught: string[] = []
  const context = async (look: PageLook = {}) => {
    const made = await openContext(browser, { locale: language, ...look })
    made.setDefaultTimeout(patience)
    made.on('weberror', (error) => uncaught.push(error.error().stack ?? String(error.error())))
    return made
  }
  return {
    kith,
    databaseUrl: database.url,
    browser,
    t,
    uncaught,
    context,
    get api() {
      if (api === undefined) throw new Error('there is no workspace yet')
      return api
    },
    async open(path, look) {
      const own = await context(look)
      await signIn(own, kith)
      const page = await own.newPage()
      if (path !== undefined) await page.goto(`${kith.address}${path}`)
      return page
    },
    async close() {
      await browser.close()
      await kith.stop()
      await database.drop()
    },
  }
}
