import { dialog, list, press, type Screen } from '../visit.ts'

/** What lies over any page. */
export const shellScreens: readonly Screen[] = [
  {
    name: 'palette',
    as: 'member',
    async open(visit) {
      await list(visit, 'company')
      await visit.page.keyboard.press('Control+k')
      await visit.page.getByRole('combobox', { name: visit.t('shell.searchOrJump') }).waitFor()
      await visit.page.getByRole('option').first().waitFor()
    },
  },
  {
    name: 'palette-found',
    as: 'member',
    async open(visit) {
      await list(visit, 'company')
      await visit.page.keyboard.press('Control+k')
      await visit.page.getByRole('combobox', { name: visit.t('shell.searchOrJump') }).fill('林')
      await visit.page
        .getByRole('group', { name: visit.t('shell.records') })
        .getByRole('option')
        .first()
        .waitFor()
    },
  },
  {
    name: 'keys',
    as: 'member',
    only: 'desktop',
    async open(visit) {
      await list(visit, 'company')
      await visit.page.keyboard.press('?')
      await dialog(visit)
    },
  },
  {
    name: 'account-menu',
    as: 'member',
    only: 'desktop',
    async open(visit) {
      await list(visit, 'company')
      await press(visit, /王芳/)
      await visit.page.getByRole('menuitem', { name: visit.t('shell.signOut') }).waitFor()
    },
  },
  {
    name: 'more',
    as: 'member',
    only: 'phone',
    async open(visit) {
      await list(visit, 'company')
      await visit.page
        .getByRole('navigation', { name: visit.t('shell.navigation') })
        .getByRole('button', { name: visit.t('shell.more'), exact: true })
        .click()
      await dialog(visit)
    },
  },
]
