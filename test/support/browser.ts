import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import chromium from '@sparticuz/chromium'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  chromium as playwright,
} from 'playwright-core'

const require = createRequire(import.meta.url)

/** The browser that comes inside an npm package; it reaches nothing but what a page asks for. */
export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    // As a single process, which a function in a cloud needs, it would end with its first context.
    args: [
      ...chromium.args.filter((argument) => argument !== '--single-process' && argument !== '--no-zygote'),
      '--no-sandbox',
      '--disable-background-networking',
    ],
    headless: true,
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

/**
 * Gives every page of the context Chinese glyphs, which the packaged browser has none of: for pictures only. Call it
 * before the first page is opened, and `glyphsLoaded` before each picture.
 */
export async function addChineseGlyphs(context: BrowserContext): Promise<void> {
  const folder = dirname(require.resolve('@fontsource-variable/noto-sans-sc/package.json'))
  const sheet = (await readFile(join(folder, 'index.css'), 'utf8'))
    .replaceAll('./files/', '/noto-sans-sc/')
    .replaceAll("'Noto Sans SC Variable'", "'Noto Sans SC'")
    // Until its glyphs are there a character takes its room unseen, so that nothing moves afterwards.
    .replaceAll('font-display: swap', 'font-display: block')
  await context.route('**/noto-sans-sc/*', async (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? ''
    if (name === 'index.css') return route.fulfill({ body: sheet, contentType: 'text/css' })
    return route.fulfill({ body: await readFile(join(folder, 'files', name)), contentType: 'font/woff2' })
  })
  // A document forgets what an earlier one was given.
  await context.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      const link = document.createElement('link')
      link.rel = 'stylesheet'
      link.href = '/noto-sans-sc/index.css'
      document.head.append(link)
    })
  })
}

/** Waits until every character of the page has its glyph. A face is asked for when it is first laid out. */
export async function glyphsLoaded(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.styleSheets].some((sheet) => sheet.href?.includes('noto-sans-sc')),
  )
  await page.evaluate(async () => {
    let loaded = -1
    for (;;) {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      await document.fonts.ready
      const now = [...document.fonts].filter((face) => face.status === 'loaded').length
      if (now === loaded) return
      loaded = now
    }
  })
}
