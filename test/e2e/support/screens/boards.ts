import { dialog, go, press, type Screen, settled, type Visit } from '../visit.ts'

const board = async (visit: Visit) => {
  await go(visit, '/o/deal?kind=board&by=stage&sum=amount')
  await visit.page.locator('[data-card]').first().waitFor()
  await settled(visit)
}

const menuOfFirst = (visit: Visit) =>
  visit.page
    .locator('[data-card]')
    .first()
    .getByRole('button', { name: new RegExp(visit.t('board.cardMenu', { name: '.*' })) })

/** Cards in columns. */
export const boardScreens: readonly Screen[] = [
  { name: 'board', as: 'member', open: board },
  {
    name: 'board-card-menu',
    as: 'member',
    async open(visit) {
      await board(visit)
      await visit.page.locator('[data-card]').first().hover()
      await menuOfFirst(visit).click()
      await visit.page.getByRole('menuitem', { name: visit.t('board.moveTo') }).waitFor()
    },
  },
  {
    name: 'board-move',
    as: 'member',
    async open(visit) {
      await board(visit)
      await visit.page.locator('[data-card]').first().hover()
      await menuOfFirst(visit).click()
      await visit.page.getByRole('menuitem', { name: visit.t('board.moveTo') }).click()
      await dialog(visit)
    },
  },
  {
    name: 'board-loss-reason',
    as: 'member',
    async open(visit) {
      await board(visit)
      await visit.page.locator('[data-card]').first().hover()
      await menuOfFirst(visit).click()
      await visit.page.getByRole('menuitem', { name: visit.t('board.moveTo') }).click()
      await visit.page.getByRole('dialog').locator('li button').last().click()
      await visit.page
        .getByText(/输单原因|Loss reason/)
        .first()
        .waitFor()
    },
  },
  {
    name: 'board-adding',
    as: 'member',
    async open(visit) {
      await board(visit)
      const name = new RegExp(visit.t('board.add', { column: '.*' }))
      await visit.page.getByRole('button', { name }).first().click()
      await visit.page.getByRole('main').getByRole('textbox').last().fill('备件年度框架')
    },
  },
  {
    name: 'board-settings',
    as: 'member',
    only: 'desktop',
    async open(visit) {
      await board(visit)
      await press(visit, visit.t('board.settings'))
      await dialog(visit)
    },
  },
  {
    name: 'board-peek',
    as: 'member',
    only: 'desktop',
    async open(visit) {
      await board(visit)
      await visit.page.keyboard.press('j')
      await visit.page.keyboard.press(' ')
      await visit.page.getByText(visit.t('table.recent')).first().waitFor()
      await settled(visit)
    },
  },
]
