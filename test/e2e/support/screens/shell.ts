import { anywhere, dialog, go, list, onDesktop, onPhone, press, type Screen } from '../visit.ts'

/** What lies over any page. */
export const shellScreens: readonly Screen[] = [
  anywhere('palette', async (visit) => {
    await list(visit, 'company')
    await visit.page.keyboard.press('Control+k')
    await visit.page.getByRole('combobox', { name: visit.t('shell.searchOrJump') }).waitFor()
    await visit.page.getByRole('option').first().waitFor()
  }),
  anywhere('palette-found', async (visit) => {
    await list(visit, 'company')
    await visit.page.keyboard.press('Control+k')
    await visit.page.getByRole('combobox', { name: visit.t('shell.searchOrJump') }).fill('林')
    await visit.page
      .getByRole('group', { name: visit.t('shell.records') })
      .getByRole('option')
      .first()
      .waitFor()
  }),
  onDesktop('keys', async (visit) => {
    await list(visit, 'company')
    await visit.page.keyboard.press('?')
    await dialog(visit)
  }),
  onDesktop('account-menu', async (visit) => {
    await list(visit, 'company')
    await press(visit, /王芳/)
    await visit.page.getByRole('menuitem', { name: visit.t('shell.signOut') }).waitFor()
  }),
  onPhone('more', async (visit) => {
    await list(visit, 'company')
    await visit.page
      .getByRole('navigation', { name: visit.t('shell.navigation') })
      .getByRole('button', { name: visit.t('shell.more'), exact: true })
      .click()
    await dialog(visit)
  }),
  anywhere('gallery-inbox', async (visit) => {
    await go(visit, '/gallery/inbox')
    await visit.page.getByRole('heading', { level: 2 }).first().waitFor()
  }),
  anywhere('gallery-fields', async (visit) => {
    await go(visit, '/gallery/fields')
    // The editors of formatted text come after all else.
    await visit.page
      .getByRole('toolbar', { name: visit.t('fields.formatting') })
      .first()
      .waitFor()
  }),
  anywhere('gallery-screens', async (visit) => {
    await go(visit, '/gallery/screens')
    await visit.page.getByRole('heading', { name: 'RecordSkeleton' }).waitFor()
    await visit.page
      .getByRole('button', { name: visit.t('activity.save') })
      .first()
      .waitFor()
  }),
]
