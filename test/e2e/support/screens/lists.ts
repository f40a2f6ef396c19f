import {
  anywhere,
  dialog,
  go,
  list,
  onDesktop,
  onPhone,
  place,
  press,
  pressKeys,
  type Screen,
  settled,
  type Visit,
} from '../visit.ts'

const cellAt = ({ page }: Visit, line: number, column: number) =>
  page.locator(`[data-line="${line}"] [data-column="${column}"]`)

const filtered = `?filter=${encodeURIComponent('amount > 500000 and (closeDate > today() or isBlank(closeDate))')}`

const expression = async (visit: Visit) => {
  await list(visit, 'deal')
  await press(visit, visit.t('records.filter'))
  if (visit.phone) await press(visit, new RegExp(visit.t('views.moreConditions')))
  await press(visit, visit.t('records.expression'))
  return visit.page.getByRole('textbox', { name: visit.t('records.expression') })
}

/** The view of one's own records. */
const mine = async (visit: Visit) => {
  await visit.page
    .getByRole('navigation', { name: visit.t('views.tabs') })
    .getByRole('link', { name: /我负责的|我負責的|Mine/ })
    .first()
    .click()
  await settled(visit)
}

/** A list with one of its menus open. */
const menu = (name: string, button: 'views.group' | 'records.sort' | 'views.fields', search = '') =>
  onDesktop(name, async (visit) => {
    await list(visit, 'deal', search)
    await press(visit, visit.t(button))
    await visit.page.getByRole('dialog').or(visit.page.getByRole('menu')).first().waitFor()
    await settled(visit)
  })

const poolNames = ({ page }: Visit) => page.getByRole('main').locator('a[href*="record="]')

/** The records that nobody owns, by way of the settings. */
const pool = async (visit: Visit) => {
  await place(visit, '/settings/pools')
  await visit.page.getByRole('main').locator('a[href^="/pools/"]').first().click()
  await poolNames(visit).first().waitFor()
  await settled(visit)
}

/** Lists, their views and what is done in them. */
export const listScreens: readonly Screen[] = [
  anywhere('list', (visit) => list(visit, 'company')),
  anywhere('list-deals', (visit) => list(visit, 'deal', '?sort=-amount')),
  onDesktop('list-view-changed', async (visit) => {
    await list(visit, 'deal')
    await mine(visit)
    await press(visit, visit.t('views.group'))
    await visit.page.getByRole('menuitemradio').nth(1).click()
    await visit.page.getByText(visit.t('views.changed')).first().waitFor()
    await settled(visit)
  }),
  anywhere('list-new-view', async (visit) => {
    await list(visit, 'deal')
    if (visit.phone)
      await visit.page
        .getByRole('button', { name: /全部|All / })
        .first()
        .click()
    await press(visit, visit.t('views.new'))
    await visit.page
      .getByRole('dialog', { name: visit.t('views.new') })
      .getByRole('radio', { name: visit.t('views.kind_board') })
      .click()
  }),
  onPhone('list-views-sheet', async (visit) => {
    await list(visit, 'deal')
    await visit.page
      .getByRole('button', { name: /全部|All / })
      .first()
      .click()
    await dialog(visit)
  }),
  anywhere('list-filter', async (visit) => {
    await list(visit, 'deal', filtered)
    const count = 3
    const button = visit.phone ? visit.t('records.filterCount', { count }) : visit.t('records.filter')
    await press(visit, button)
    if (visit.phone) await dialog(visit)
    else await visit.page.getByRole('group', { name: visit.t('views.conditionGroup') }).waitFor()
  }),
  anywhere('list-expression', async (visit) => {
    await (await expression(visit)).fill('amuont > 50万')
    await visit.page
      .getByText(new RegExp(visit.t('views.mend', { word: '(金额|金額|Amount)' })))
      .first()
      .waitFor()
  }),
  anywhere('list-completion', async (visit) => {
    await (await expression(visit)).pressSequentially('amount > 50000 and c')
    await visit.page.getByRole('option').first().waitFor()
  }),
  anywhere('list-no-result', async (visit) => {
    await go(visit, `/o/deal?filter=${encodeURIComponent('amount > 900000000000 and not isBlank(name)')}`)
    await visit.page.getByText(visit.t('views.loosenWhich')).waitFor()
    await settled(visit)
  }),
  menu('list-sort', 'records.sort', '?sort=-amount,name'),
  menu('list-fields', 'views.fields'),
  menu('list-group-menu', 'views.group'),
  onDesktop('list-view-menu', async (visit) => {
    await list(visit, 'deal')
    await mine(visit)
    await press(visit, visit.t('views.menu'))
    await visit.page.getByRole('menuitem', { name: visit.t('views.delete') }).waitFor()
  }),
  anywhere('list-grouped', async (visit) => {
    await list(visit, 'company', '?group=industry&totals=numberOfEmployees:sum,name:count')
  }),
  onDesktop('list-cell-editing', async (visit) => {
    await list(visit, 'company', '?sort=name&columns=name,numberOfEmployees,industry,phone,tags')
    await pressKeys(visit, 'j', 'ArrowRight')
    await visit.page.keyboard.type('1,200')
    await visit.page.getByText(visit.t('table.hintSave')).waitFor()
  }),
  onDesktop('list-range', async (visit) => {
    await list(visit, 'company', '?sort=name&columns=name,numberOfEmployees,annualRevenue,industry')
    await pressKeys(visit, 'j', 'ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowRight')
    await visit.page
      .getByText(visit.t('table.cellsSelected', { count: 4 }))
      .first()
      .waitFor()
  }),
  onDesktop('list-selected', async (visit) => {
    await list(visit, 'contact')
    await pressKeys(visit, 'j', 'x', 'j', 'x')
    await visit.page.getByText(visit.t('records.selected', { count: 2 })).waitFor()
  }),
  onDesktop('list-bulk-edit', async (visit) => {
    await list(visit, 'contact')
    await pressKeys(visit, 'j', 'x', 'j', 'x', 'e')
    await visit.page.getByRole('dialog', { name: visit.t('table.editField') }).waitFor()
  }),
  onDesktop('list-row-menu', async (visit) => {
    await list(visit, 'contact')
    await cellAt(visit, 0, 0).click({ button: 'right' })
    await visit.page.getByRole('menuitem', { name: visit.t('records.delete') }).waitFor()
  }),
  onDesktop('list-column-menu', async (visit) => {
    await list(visit, 'company')
    await visit.page.getByRole('columnheader').nth(2).click({ button: 'right' })
    await visit.page.getByRole('menuitem', { name: visit.t('table.hideColumn') }).waitFor()
  }),
  onDesktop('list-peek', async (visit) => {
    await list(visit, 'company')
    await pressKeys(visit, 'j', ' ')
    const panel = visit.page.getByRole('main').getByRole('complementary')
    await panel.getByText(visit.t('table.recent')).first().waitFor()
    await settled(visit)
  }),
  anywhere('bin', async (visit) => {
    await go(visit, '/o/company/bin')
    const name = new RegExp(visit.t('records.restoreNamed', { name: '.*' }))
    await visit.page.getByRole('button', { name }).first().waitFor()
    await settled(visit)
  }),
  anywhere('pool', async (visit) => {
    await pool(visit)
  }),
  anywhere('pool-record', async (visit) => {
    await pool(visit)
    await poolNames(visit).first().click()
    await visit.page
      .getByRole('main')
      .getByRole('complementary')
      .getByText(visit.t('pools.partial'))
      .waitFor()
    await settled(visit)
  }),
  anywhere('list-calendar', async (visit) => {
    await go(visit, '/o/deal?kind=calendar&start=closeDate')
    await visit.page.getByRole('grid').waitFor()
    await settled(visit)
  }),
]
