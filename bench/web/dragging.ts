import { size, type WebFigure } from './figure.ts'
import { longestTask, watchTasks } from './long-tasks.ts'

/** A card led over the columns of a board with 2,000 cards. */
export const drag: WebFigure = {
  name: 'drag',
  async measure(studio) {
    const context = await studio.newContext()
    const page = await studio.newPage(context)
    await page.goto(studio.address + studio.board)
    const card = page.locator('[data-card]').first()
    await card.waitFor()
    await page.waitForTimeout(2_000)
    const box = await card.boundingBox()
    if (box === null) throw new Error('the board shows no card')
    await watchTasks(page)
    const [x, y] = [box.x + box.width / 2, box.y + 20]
    await page.mouse.move(x, y)
    await page.mouse.down()
    for (let step = 1; step <= 100; step++) {
      await page.mouse.move(x + (step % 50) * 18, y + 200 * Math.sin(step / 8), { steps: 1 })
      await page.waitForTimeout(16)
    }
    const longest = await longestTask(page)
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await context.close()
    return [size('longest task while a card is dragged', longest, 'ms', 50)]
  },
}
