import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import type { Size } from '../report.ts'
import { type Studio, size, type WebFigure } from './figure.ts'

/** Notes every script that a page loads; the sum of those not in `known`, gzip, in kB. */
function scriptsOf(page: Page) {
  const bodies = new Map<string, Promise<Buffer>>()
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? ''
    if (type.includes('javascript') && response.ok()) bodies.set(response.url(), response.body())
  })
  return async (known: ReadonlySet<string> = new Set()) => {
    let sum = 0
    for (const [url, body] of bodies) if (!known.has(url)) sum += gzipSync(await body, { level: 9 }).length
    return { kilobytes: sum / 1_000, urls: new Set(bodies.keys()) }
  }
}

type Visitor = Pick<Studio, 'address' | 'newContext' | 'newPage'>

async function loadedBy(studio: Visitor, path: string, known?: ReadonlySet<string>, ready = 'main') {
  const context = await studio.newContext()
  const page = await studio.newPage(context, 1)
  const scripts = scriptsOf(page)
  await page.goto(studio.address + path)
  await page.locator(ready).first().waitFor()
  // What comes late belongs to the screen too.
  await page.waitForTimeout(3_000)
  const loaded = await scripts(known)
  await context.close()
  return loaded
}

const further = [
  '/o/contact',
  '/inbox',
  '/tasks',
  '/calendar',
  '/import',
  '/settings/workspace',
  '/settings/members',
] as const

/** Compressed JavaScript of all that the page where a day begins loads for somebody who was never here. */
export async function firstScreen(visitor: Visitor): Promise<{ figure: Size; urls: ReadonlySet<string> }> {
  const { kilobytes, urls } = await loadedBy(visitor, '/', undefined, 'main section')
  return { figure: size('JavaScript of the first screen', kilobytes, 'kB gzip', 300), urls }
}

/** Compressed JavaScript of the first screen, and of the heaviest further one beyond it. */
export const scripts: WebFigure = {
  name: 'scripts',
  async measure(studio) {
    const first = await firstScreen(studio)
    const { records } = studio
    const paths = [
      ...further,
      studio.board,
      `/o/contact/${records.contact}`,
      `/o/deal/${records.deal}`,
      '/o/deal/new',
    ]
    const screens = []
    for (const path of paths) screens.push({ path, ...(await loadedBy(studio, path, first.urls)) })
    const heaviest = screens.reduce((most, screen) => (screen.kilobytes > most.kilobytes ? screen : most))
    return [
      first.figure,
      size(
        `JavaScript of a further screen (${heaviest.path.replace(/[?#].*/, '')})`,
        heaviest.kilobytes,
        'kB gzip',
        120,
      ),
    ]
  },
}
