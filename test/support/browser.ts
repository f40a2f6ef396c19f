import chromium from '@sparticuz/chromium'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  chromium as playwright,
} from 'playwright-core'
import { writeFaces } from './faces.ts'

const unwanted = new Set([
  // As a single process, which a function in a cloud needs, it would end with its first context.
  '--single-process',
  '--no-zygote',
  // People's browsers keep pages of other sites apart.
  '--disable-web-security',
  '--allow-running-insecure-content',
])

/** The browser that comes inside an npm package; it reaches nothing but what a page asks for. */
export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [
      ...chromium.args.filter((argument) => !unwanted.has(argument)),
      '--no-sandbox',
      '--disable-background-networking',
    ],
    headless: true,
    env: { ...process.env, FONTCONFIG_FILE: writeFaces() },
  })
}

/** Desktop and phone as the screens are judged at. */
export const viewports = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const

export interface PageLook {
  readonly viewport?: keyof typeof viewports
  readonly theme?: 'light' | 'dark'
  /** BCP 47; decides the language of a page where nobody chose one. */
  readonly locale?: string
  readonly timeZone?: string
}

/** A context of its own look: a browser with nobody signed in. Closing it closes its pages. */
export async function openContext(browser: Browser, look: PageLook = {}): Promise<BrowserContext> {
  const { viewport = 'desktop', theme = 'light', locale = 'zh-CN', timeZone = 'Asia/Shanghai' } = look
  const options: BrowserContextOptions = {
    viewport: viewports[viewport],
    colorScheme: theme,
    locale,
    timezoneId: timeZone,
    hasTouch: viewport === 'phone',
  }
  return browser.newContext(options)
}

/** Opens a page in a context of its own; closing the context closes it. */
export async function openPage(browser: Browser, look: PageLook = {}): Promise<Page> {
  return (await openContext(browser, look)).newPage()
}
