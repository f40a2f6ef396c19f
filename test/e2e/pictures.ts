import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { launchBrowser, openContext, type viewports } from '#test/support/browser.ts'
import { ensureWebBuilt } from '../../bin/web-build.js'
import { furnish } from './support/furnish.ts'
import { demoLoaded, firstRun, type Kith, startKith } from './support/kith.ts'
import { become, exampleRecords, openPage } from './support/member.ts'
import { screens } from './support/screens.ts'
import type { Screen } from './support/visit.ts'

const usage = `node test/e2e/pictures.ts [OUTDIR] [--docs] [--only SCREEN]

Takes a picture of every screen on demo data: zh-CN and en, light and dark, 1440×900 and 390×844, into OUTDIR.
--docs takes docs/pictures/list.png and record.png.`

interface Look {
  readonly language: 'zh-CN' | 'en'
  readonly theme: 'light' | 'dark'
  readonly viewport: keyof typeof viewports
}

const looks: readonly Look[] = (['zh-CN', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    (['desktop', 'phone'] as const).map((viewport) => ({ language, theme, viewport })),
  ),
)

interface Studio {
  readonly browser: Browser
  readonly kith: Kith
  readonly records: Parameters<typeof openPage>[0]['records']
}

/** One picture of a screen in a look. */
async function take(studio: Studio, screen: Screen, look: Look, path: string): Promise<void> {
  const { language, theme, viewport } = look
  const context = await openContext(studio.browser, { theme, viewport, locale: language })
  try {
    await become({ ...studio, context, as: screen.as, language })
    const visit = await openPage({ ...studio, context, language, phone: viewport === 'phone' })
    await screen.open(visit)
    await visit.page.screenshot({ path, animations: 'disabled', caret: 'hide' })
  } catch (error) {
    process.exitCode = 1
    process.stderr.write(`${path}: ${error instanceof Error ? error.message : error}\n`)
  } finally {
    await context.close()
  }
}

async function takeAll(studio: Studio, taken: readonly Screen[], folder: string): Promise<void> {
  for (const look of looks) {
    const place = join(folder, `${look.language}-${look.theme}-${look.viewport}`)
    await mkdir(place, { recursive: true })
    for (const screen of taken) {
      if (screen.only !== undefined && screen.only !== look.viewport) continue
      await take(studio, screen, look, join(place, `${screen.name}.png`))
    }
  }
}

async function takeForDocumentation(studio: Studio): Promise<void> {
  const folder = join(import.meta.dirname, '../../docs/pictures')
  await mkdir(folder, { recursive: true })
  const look = { language: 'zh-CN', theme: 'light', viewport: 'desktop' } as const
  for (const screen of screens) {
    if (screen.name === 'list' || screen.name === 'record')
      await take(studio, screen, look, join(folder, `${screen.name}.png`))
  }
}

const parameters = process.argv.slice(2)
const only = parameters.includes('--only') ? parameters[parameters.indexOf('--only') + 1] : undefined
const folder = parameters.find((parameter) => !parameter.startsWith('--') && parameter !== only)
if (folder === undefined && !parameters.includes('--docs')) {
  process.stdout.write(`${usage}\n`)
  process.exit(1)
}
ensureWebBuilt()
const browser = await launchBrowser()
const kith = await startKith(undefined)
try {
  const wanted = screens.filter(({ name }) => only === undefined || name === only)
  const founding = wanted.filter((screen) => screen.as === 'founding')
  const nobody = { browser, kith, records: { companyId: '', dealId: '' } }
  if (folder !== undefined) await takeAll(nobody, founding, folder)
  const api = await firstRun(kith, { demo: true })
  await demoLoaded(api)
  const records = await exampleRecords(api)
  await furnish(api, kith, records.companyId)
  const studio = { browser, kith, records }
  const rest = wanted.filter((screen) => screen.as !== 'founding')
  if (folder !== undefined) await takeAll(studio, rest, folder)
  if (parameters.includes('--docs')) await takeForDocumentation(studio)
} finally {
  await browser.close()
  await kith.stop()
}
