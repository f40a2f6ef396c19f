import { size, type WebFigure } from './figure.ts'
import { longestTask, watchTasks } from './long-tasks.ts'
import { firstRow } from './usable.ts'

/** A long way down a list, page after page being fetched. */
export const scroll: WebFigure = {
  name: 'scroll',
  async measure(studio) {
    const context = await studio.newContext()
    const page = await studio.newPage(context)
    await page.goto(`${studio.address}/o/contact`)
    await page.locator(firstRow).first().waitFor()
    await page.waitForTimeout(2_000)
    await page.mouse.move(700, 500)
    await watchTasks(page)
    for (let turn = 0; turn < 120; turn++) {
      await page.mouse.wheel(0, 600)
      await page.waitForTimeout(50)
    }
    const longest = await longestTask(page)
    await context.close()
    return [size('longest task while a list scrolls', longest, 'ms', 50)]
  },
}
