import type { CDPSession, Page } from 'playwright-core'
import { size, type WebFigure } from './figure.ts'
import { firstRow } from './usable.ts'

/** Bytes that the page's JavaScript holds once all garbage is gone. */
async function heldBy(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number }
  return usedSize
}

/** One round of three pages, as a person goes: a list, one of its records, another list. */
async function round(page: Page, turn: number): Promise<void> {
  const row = page.locator(firstRow).nth(1 + (turn % 15))
  await row.click()
  await page.locator('main h1').waitFor()
  await page.goBack()
  await page.locator(firstRow).first().waitFor()
  // An object that is pinned stands there twice.
  await page
    .locator(`nav a[href="/o/${lists[turn % lists.length]}"]`)
    .first()
    .click()
  await page.locator(firstRow).first().waitFor()
}

/** Objects of which there are records. */
const lists = ['company', 'contact']

const warmUp = 20

/** What an hour of clicks leaves in the memory of the page. */
export const memory: WebFigure = {
  name: 'memory',
  async measure(studio) {
    const context = await studio.newContext()
    const page = await studio.newPage(context, 1)
    const session = await context.newCDPSession(page)
    await page.goto(`${studio.address}/o/contact`)
    await page.locator(firstRow).first().waitFor()
    for (let turn = 0; turn < warmUp; turn++) await round(page, turn)
    const before = await heldBy(session)
    for (let turn = 0; turn < studio.options.navigations / 3; turn++) await round(page, turn)
    const after = await heldBy(session)
    await context.close()
    return [
      size(
        `memory after ${studio.options.navigations} pages, ${Math.round(before / 1e6)} MB at first`,
        after / before,
        '×',
        1.3,
      ),
    ]
  },
}
