import {
  anywhere,
  dialog,
  go,
  list,
  onDesktop,
  onPhone,
  place,
  press,
  type Screen,
  settled,
  type Visit,
} from '../visit.ts'

const record = async (visit: Visit, object: 'company' | 'deal' = 'company') => {
  await place(visit, `/o/${object}/${visit[`${object}Id`]}`)
  await visit.page.getByRole('region', { name: visit.t('activity.timeline'), exact: true }).waitFor()
  await settled(visit)
}

/** The record page and what is written on it. */
export const recordScreens: readonly Screen[] = [
  anywhere('record', (visit) => record(visit)),
  anywhere('record-deal', async (visit) => {
    await record(visit, 'deal')
    await visit.page.getByRole('list', { name: visit.t('records.stagePath') }).waitFor()
  }),
  onPhone('record-details', async (visit) => {
    await record(visit)
    await visit.page.getByRole('tab', { name: visit.t('records.details') }).click()
  }),
  onPhone('record-choosing', async (visit) => {
    await record(visit)
    await visit.page.getByRole('tab', { name: visit.t('records.details') }).click()
    await press(visit, new RegExp(visit.t('records.editNamed', { name: '(行业|產業|Industry)' })))
    await dialog(visit)
  }),
  onPhone('record-choosing-day', async (visit) => {
    await record(visit, 'deal')
    await visit.page.getByRole('tab', { name: visit.t('records.details') }).click()
    await press(
      visit,
      new RegExp(visit.t('records.editNamed', { name: '(预计成交日期|預計成交日期|Expected close)' })),
    )
    await dialog(visit)
    await visit.page.locator('[data-day]').first().waitFor()
  }),
  anywhere('record-sharing', async (visit) => {
    await record(visit)
    await visit.page.keyboard.press('s')
    await dialog(visit)
    await visit.page.getByText(visit.t('sharing.because_all')).first().waitFor()
  }),
  onDesktop('record-history', async (visit) => {
    await record(visit)
    await visit.page.getByRole('tab', { name: visit.t('records.history') }).click()
    await visit.page.getByRole('tabpanel').getByRole('listitem').first().waitFor()
  }),
  onDesktop('record-editing', async (visit) => {
    await record(visit, 'deal')
    await press(visit, new RegExp(visit.t('records.editNamed', { name: '(金额|金額|Amount)' })))
    await visit.page.getByRole('textbox', { name: /^(金额|金額|Amount)$/ }).fill('50万')
  }),
  onDesktop('record-composer', async (visit) => {
    await record(visit)
    await visit.page.keyboard.press('n')
    await visit.page.keyboard.type('预算已批，要求12月完成')
    const next = visit.page.getByRole('group', { name: visit.t('activity.next') })
    await next.getByRole('button').first().click()
    await visit.page.getByRole('textbox', { name: visit.t('activity.taskSubject') }).waitFor()
  }),
  anywhere('record-advance', async (visit) => {
    await record(visit, 'deal')
    if (visit.phone) await press(visit, new RegExp(visit.t('activity.dayNumber', { count: '\\d+' })))
    else await press(visit, visit.t('activity.moveElse'))
    // The last stage is the lost one, which wants to know why.
    await visit.page.getByRole('menuitemradio').last().click()
    await dialog(visit)
  }),
  anywhere('record-menu', async (visit) => {
    await record(visit)
    await press(visit, visit.t('design.more'))
    await visit.page.getByRole('menuitem', { name: visit.t('activity.duplicate') }).waitFor()
  }),
  onPhone('composer-sheet', async (visit) => {
    await record(visit)
    await press(visit, visit.t('activity.phoneHint'))
    const next = visit.page
      .getByRole('dialog')
      .getByRole('group', { name: visit.t('activity.next') })
      .getByRole('button')
      .first()
    await next.waitFor()
  }),
  onPhone('composer-anywhere', async (visit) => {
    await list(visit, 'company')
    const bar = visit.page.getByRole('navigation', { name: visit.t('shell.navigation') })
    await bar.getByRole('button', { name: visit.t('shell.create') }).click()
    await visit.page
      .getByRole('dialog')
      .getByRole('button', { name: visit.t('shell.logActivity') })
      .click()
    await visit.page
      .getByRole('dialog', { name: visit.t('activity.write') })
      .getByRole('textbox')
      .first()
      .waitFor()
  }),
  anywhere('not-found', async (visit) => {
    await go(visit, '/o/company/00000000-0000-7000-8000-000000000000')
    await visit.page.getByText(visit.t('records.noRecord')).waitFor()
  }),
  anywhere('new', async (visit) => {
    await go(visit, '/o/company/new')
    await press(visit, visit.t('records.save'))
    await visit.page.locator('[data-refused]').first().waitFor()
  }),
  onDesktop('create-dialog', async (visit) => {
    await record(visit)
    await visit.page
      .getByRole('complementary')
      .getByRole('button', {
        name: new RegExp(visit.t('records.newRecord', { object: '(联系人|聯絡人|contact)' }), 'i'),
      })
      .first()
      .click()
    await dialog(visit)
  }),
]
