import { percentile } from '../arithmetic.ts'
import { size, type WebFigure } from './figure.ts'
import { firstRow } from './usable.ts'

/** From the click on a row to the record's page with its title painted. */
export const open: WebFigure = {
  name: 'open',
  async measure(studio) {
    const context = await studio.newContext()
    const page = await studio.newPage(context)
    await page.goto(`${studio.address}/o/contact`)
    await page.locator(firstRow).first().waitFor()
    const times: number[] = []
    for (let row = 0; row < studio.options.times + 3; row++) {
      const link = page.locator(firstRow).nth(row + 1)
      const name = (await link.innerText()).trim()
      await page.evaluate((title) => {
        document.addEventListener(
          'click',
          (event) => {
            const look = () => {
              const painted = document.querySelector('main h1')?.textContent?.includes(title) === true
              if (!painted) requestAnimationFrame(look)
              else
                requestAnimationFrame((at) => {
                  performance.measure('opened', { start: event.timeStamp, end: at })
                })
            }
            look()
          },
          { capture: true, once: true },
        )
      }, name)
      await link.hover()
      await link.click()
      await page.waitForFunction(() => performance.getEntriesByName('opened').length > 0)
      const took = await page.evaluate(() => {
        const [entry] = performance.getEntriesByName('opened')
        performance.clearMeasures('opened')
        return entry?.duration ?? Number.NaN
      })
      await page.goBack()
      await page.locator(firstRow).first().waitFor()
      // The first ones also load what the page is made of.
      if (row >= 3) times.push(took)
    }
    await context.close()
    return [size('a record opened from the list, p95', percentile(times, 0.95), 'ms', 200)]
  },
}
