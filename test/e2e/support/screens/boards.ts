import { anywhere, dialog, go, onDesktop, press, type Screen, settled, type Visit } from '../visit.ts'

const board = async (visit: Visit) => {
  await go(visit, '/o/deal?kind=board&by=stage&sum=amount')
  await visit.page.locator('[data-card]').first().waitFor()
  await settled(visit)
}

const menuOfFirst = async (visit: Visit) => {
  await board(visit)
  const card = visit.page.locator('[data-card]').first()
  await card.hover()
  await card.getByRole('button', { name: new RegExp(visit.t('board.cardMenu', { name: '.*' })) }).click()
  return visit.page.getByRole('menuitem', { name: visit.t('board.moveTo') })
}

/** Cards in columns. */
export const boardScreens: readonly Screen[] = [
  anywhere('board', board),
  anywhere('board-card-menu', async (visit) => {
    await (await menuOfFirst(visit)).waitFor()
  }),
  anywhere('board-move', async (visit) => {
    await (await menuOfFirst(visit)).click()
    await dialog(visit)
  }),
  anywhere('board-loss-reason', async (visit) => {
    await (await menuOfFirst(visit)).click()
    await visit.page.getByRole('dialog').locator('li button').last().click()
    await visit.page
      .getByText(/输单原因|未成交原因|Loss reason/)
      .first()
      .waitFor()
  }),
  anywhere('board-adding', async (visit) => {
    await board(visit)
    const name = new RegExp(visit.t('board.add', { column: '.*' }))
    await visit.page.getByRole('button', { name }).first().click()
    await visit.page.getByRole('main').getByRole('textbox').last().fill('备件年度框架')
  }),
  onDesktop('board-settings', async (visit) => {
    await board(visit)
    await press(visit, visit.t('board.settings'))
    await dialog(visit)
  }),
  onDesktop('board-peek', async (visit) => {
    await board(visit)
    await visit.page.keyboard.press('j')
    await visit.page.keyboard.press(' ')
    await visit.page.getByText(visit.t('table.recent')).first().waitFor()
    await settled(visit)
  }),
]
