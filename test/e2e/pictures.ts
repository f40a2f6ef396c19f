import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, BrowserContext } from 'playwright-core'
import { type Language, languages } from '#shared/language.ts'
import { launchBrowser, openContext, type viewports } from '#test/support/browser.ts'
import { ensureWebBuilt } from '../../bin/web-build.js'
import { furnish } from './support/furnish.ts'
import { demoLoaded, firstRun, type Kith, startKith } from './support/kith.ts'
import { become, exampleRecords, openPage } from './support/member.ts'
import { screens } from './support/screens.ts'
import { type Screen, settled } from './support/visit.ts'

const usage = `node test/e2e/pictures.ts [OUTDIR] [--docs] [--only EXPRESSION] [--language zh-CN|zh-TW|en]
                              [--theme light|dark] [--viewport desktop|phone]

Takes a picture of every screen on demo data: in each language, light and dark, 1440×900 and 390×844, into OUTDIR.
--only takes screens whose name matches, as 'list|record-'; the others keep to one language, theme or size.
--docs takes docs/pictures/list.png and record.png.`

interface Look {
  readonly language: Language
  readonly theme: 'light' | 'dark'
  readonly viewport: keyof typeof viewports
}

const looks: readonly Look[] = languages.flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    (['desktop', 'phone'] as const).map((viewport) => ({ language, theme, viewport })),
  ),
)

interface Studio {
  readonly browser: Browser
  readonly kith: Kith
  readonly records: Parameters<typeof openPage>[0]['records']
}

/** One picture of a screen in a look; where the screen is not reached, of where its way ended. */
async function take(
  studio: Studio,
  context: BrowserContext,
  screen: Screen,
  look: Look,
  path: string,
): Promise<void> {
  const phone = look.viewport === 'phone'
  const visit = await openPage({ ...studio, context, language: look.language, phone })
  const tell = (error: unknown) => {
    process.exitCode = 1
    process.stderr.write(`${path}: ${error instanceof Error ? error.message : error}\n`)
  }
  await screen.open(visit).catch(tell)
  // What loads shows nothing at first, and its placeholder only where that takes long.
  await visit.page.waitForTimeout(500)
  visit.page.setDefaultTimeout(10_000)
  // Galleries show placeholders for good.
  await settled(visit).catch(() => undefined)
  await visit.page.screenshot({ path, animations: 'disabled', caret: 'hide', timeout: 60_000 }).catch(tell)
  await visit.page.close()
}

/** Takes screens in a look, those of one person in one browser: what it loaded is loaded once. */
async function takeInLook(studio: Studio, taken: readonly Screen[], look: Look, place: string) {
  const { language, theme, viewport } = look
  const contexts = new Map<Screen['as'], BrowserContext>()
  await mkdir(place, { recursive: true })
  for (const screen of taken) {
    if (screen.only !== undefined && screen.only !== viewport) continue
    const context =
      contexts.get(screen.as) ?? (await openContext(studio.browser, { theme, viewport, locale: language }))
    if (!contexts.has(screen.as)) await become({ ...studio, context, as: screen.as, language })
    contexts.set(screen.as, context)
    await take(studio, context, screen, look, join(place, `${screen.name}.png`))
    if (!screen.spoils) continue
    await context.close()
    contexts.delete(screen.as)
  }
  for (const context of contexts.values()) await context.close()
}

async function takeAll(studio: Studio, taken: readonly Screen[], folder: string): Promise<void> {
  for (const look of looks.filter(wantedLook)) {
    const { language, theme, viewport } = look
    await takeInLook(studio, taken, look, join(folder, `${language}-${theme}-${viewport}`))
  }
}

async function takeForDocumentation(studio: Studio): Promise<void> {
  const look = { language: 'zh-CN', theme: 'light', viewport: 'desktop' } as const
  const shown = screens.filter(({ name }) => name === 'list' || name === 'record')
  await takeInLook(studio, shown, look, join(import.meta.dirname, '../../docs/pictures'))
}

const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    docs: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    language: { type: 'string' },
    theme: { type: 'string' },
    viewport: { type: 'string' },
  },
})
const [folder] = positionals
if (folder === undefined && !asked.docs) {
  process.stdout.write(`${usage}\n`)
  process.exit(1)
}
const wantedLook = (look: Look) =>
  (['language', 'theme', 'viewport'] as const).every((part) => look[part] === (asked[part] ?? look[part]))
ensureWebBuilt()
const browser = await launchBrowser()
const kith = await startKith(undefined)
try {
  const wanted = screens.filter(({ name }) => new RegExp(asked.only).test(name))
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
  if (asked.docs) await takeForDocumentation(studio)
} finally {
  await browser.close()
  await kith.stop()
}
