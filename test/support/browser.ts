import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core'

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

/** Opens a page in a context of its own; closing the context closes it. */
export async function openPage(browser: Browser, look: PageLook = {}): Promise<Page> {
  const { viewport = 'desktop', theme = 'light', locale = 'zh-CN', timeZone = 'Asia/Shanghai' } = look
  const options: BrowserContextOptions = {
    viewport: viewports[viewport],
    colorScheme: theme,
    locale,
    timezoneId: timeZone,
    hasTouch: viewport === 'phone',
  }
  const context = await browser.newContext(options)
  return context.newPage()
}

/** Gives the page Chinese glyphs, which the packaged browser has none of: for pictures only. */
export async function addChineseGlyphs(page: Page): Promise<void> {
  const folder = join(dirname(require.resolve('@fontsource-variable/noto-sans-sc/package.json')), 'files')
  const sheet = await readFile(join(folder, '..', 'index.css'), 'utf8')
  const files = new Set(await readdir(folder))
  await page.route('**/noto-sans-sc/*', async (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? ''
    if (!files.has(name)) return route.abort()
    return route.fulfill({ body: await readFile(join(folder, name)), contentType: 'font/woff2' })
  })
  const local = sheet
    .replaceAll('./files/', '/noto-sans-sc/')
    .replaceAll("'Noto Sans SC Variable'", "'Noto Sans SC'")
  await page.addStyleTag({ content: local })
  await page.evaluate(() => document.fonts.ready)
}
