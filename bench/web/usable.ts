import type { Page } from 'playwright-core'

/** First cell of a list's first row: what is there when a list can be used. */
export const firstRow = '[role="grid"] [role="row"] [role="rowheader"] a[title]'

/**
 * Has the page note when an element that matches was first painted, as milliseconds since it was navigated to. Call it
 * before the page is opened.
 */
export async function notePainted(page: Page, selector: string): Promise<void> {
  await page.addInitScript((wanted) => {
    const look = () => {
      if (document.querySelector(wanted) === null) requestAnimationFrame(look)
      // The frame after next begins when this one was painted.
      else
        requestAnimationFrame(() =>
          requestAnimationFrame((at) => performance.mark('usable', { startTime: at })),
        )
    }
    requestAnimationFrame(look)
  }, selector)
}

export async function paintedAt(page: Page): Promise<number> {
  await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0, undefined, {
    timeout: 60_000,
  })
  return page.evaluate(() => performance.getEntriesByName('usable')[0]?.startTime ?? Number.NaN)
}
