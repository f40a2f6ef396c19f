import { median } from '../arithmetic.ts'
import { size, type WebFigure } from './figure.ts'
import { firstRow, notePainted, paintedAt } from './usable.ts'

const list = '/o/contact'

/** From the address to a list that can be used, with nothing kept in the browser. */
export const cold: WebFigure = {
  name: 'cold',
  async measure(studio) {
    const times: number[] = []
    for (let time = 0; time < studio.options.times; time++) {
      const context = await studio.newContext()
      const page = await studio.newPage(context)
      await notePainted(page, firstRow)
      await page.goto(studio.address + list)
      times.push(await paintedAt(page))
      await context.close()
    }
    return [size('list usable, cold cache', median(times), 'ms', 2_000)]
  },
}

/** The same in a browser that was here before. */
export const warm: WebFigure = {
  name: 'warm',
  async measure(studio) {
    const context = await studio.newContext()
    const times: number[] = []
    for (let time = -1; time < studio.options.times; time++) {
      const page = await studio.newPage(context)
      await notePainted(page, firstRow)
      await page.goto(studio.address + list)
      const at = await paintedAt(page)
      // Time for what is kept for the next visit: scripts, and what was read.
      await page.waitForTimeout(1_500)
      if (time >= 0) times.push(at)
      await page.close()
    }
    await context.close()
    return [size('list usable, warm cache', median(times), 'ms', 700)]
  },
}
