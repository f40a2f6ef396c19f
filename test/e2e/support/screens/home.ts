import { dialog, place, press, type Screen, settled } from '../visit.ts'

/** Where a day begins, and what a person is told. */
export const homeScreens: readonly Screen[] = [
  { name: 'home', as: 'member', open: (visit) => place(visit, '/home') },
  {
    name: 'home-arranging',
    as: 'member',
    async open(visit) {
      await place(visit, '/home')
      await press(visit, visit.t('home.arrange'))
      await visit.page.getByRole('button', { name: visit.t('home.done'), exact: true }).waitFor()
    },
  },
  {
    name: 'home-block',
    as: 'member',
    async open(visit) {
      await place(visit, '/home')
      await press(visit, visit.t('home.arrange'))
      await press(visit, visit.t('home.add'))
      await visit.page.getByRole('dialog', { name: visit.t('home.newBlock') }).waitFor()
    },
  },
  {
    name: 'inbox',
    as: 'member',
    async open(visit) {
      const { page } = visit
      await place(visit, '/inbox')
      const line = page.locator('main [data-id]').first()
      await line.waitFor()
      if (visit.phone) return
      await page.keyboard.press('j')
      await page
        .getByRole('region', { name: visit.t('inbox.preview') })
        .getByRole('heading')
        .first()
        .waitFor()
      await settled(visit)
    },
  },
  {
    name: 'inbox-empty',
    as: 'colleague',
    async open(visit) {
      await place(visit, '/inbox')
      await visit.page.getByText(visit.t('inbox.nothing')).waitFor()
    },
  },
  {
    name: 'create-sheet',
    as: 'member',
    async open(visit) {
      await place(visit, '/inbox')
      await visit.page.keyboard.press('c')
      await dialog(visit)
    },
  },
]
