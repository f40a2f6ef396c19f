import type { Page } from 'playwright-core'
import { percentile } from '../arithmetic.ts'
import { type Studio, size, type WebFigure } from './figure.ts'
import { firstRow } from './usable.ts'

/** Types slowly enough that keys do not queue, and gives the milliseconds from each key to the frame that shows it. */
async function typedIn(page: Page, text: string): Promise<number[]> {
  await page.evaluate(() => {
    const taken: number[] = []
    Object.assign(window, { taken })
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          // A message posted in a frame arrives once that frame is painted.
          port1.onmessage = () => taken.push(performance.now() - timeStamp)
          port2.postMessage(undefined)
        })
      },
      { capture: true },
    )
  })
  await page.keyboard.type(text, { delay: 150 })
  await page.waitForTimeout(500)
  return page.evaluate(() => (window as unknown as { taken: number[] }).taken)
}

const text = 'the quick brown fox jumps over'

async function inPlace(studio: Studio, path: string, ready: string, reach: (page: Page) => Promise<void>) {
  const context = await studio.newContext()
  const page = await studio.newPage(context)
  await page.goto(studio.address + path)
  await page.locator(ready).first().waitFor()
  await page.waitForTimeout(1_000)
  await reach(page)
  const times = await typedIn(page, text)
  await context.close()
  return percentile(times, 0.95)
}

/** From a key to the character on the screen: in the search of a list and in the form of a new record. */
export const type: WebFigure = {
  name: 'type',
  async measure(studio) {
    const search = await inPlace(studio, '/o/contact', firstRow, (page) => page.keyboard.press('/'))
    const form = await inPlace(studio, '/o/contact/new', 'form input', (page) =>
      page.locator('form input[type="text"], form input:not([type])').first().focus(),
    )
    return [
      size('a key shown in the search of a list, p95', search, 'ms', 50),
      size('a key shown in a form, p95', form, 'ms', 50),
    ]
  },
}
