import { anywhere, dialog, place, press, type Screen, settled } from '../visit.ts'

/** Where a day begins, and what a person is told. */
export const homeScreens: readonly Screen[] = [
  anywhere('home', (visit) => place(visit, '/home')),
  anywhere('home-arranging', async (visit) => {
    await place(visit, '/home')
    await press(visit, visit.t('home.arrange'))
    await visit.page.getByRole('button', { name: visit.t('home.done'), exact: true }).waitFor()
  }),
  anywhere('home-block', async (visit) => {
    await place(visit, '/home')
    await press(visit, visit.t('home.arrange'))
    await press(visit, visit.t('home.add'))
    await visit.page.getByRole('dialog', { name: visit.t('home.newBlock') }).waitFor()
  }),
  anywhere('inbox', async (visit) => {
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
  }),
  {
    name: 'inbox-empty',
    as: 'colleague',
    async open(visit) {
      await place(visit, '/inbox')
      await visit.page.getByText(visit.t('inbox.nothing')).waitFor()
    },
  },
  anywhere('create-sheet', async (visit) => {
    await place(visit, '/inbox')
    await visit.page.keyboard.press('c')
    await dialog(visit)
  }),
]
