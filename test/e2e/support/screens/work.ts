import { anywhere, go, onDesktop, press, type Screen, settled, type Visit } from '../visit.ts'

const tasks = async (visit: Visit, search = '') => {
  await go(visit, `/tasks${search}`)
  await visit.page.locator('[data-task]').first().waitFor()
  await settled(visit)
}

const calendar = async (visit: Visit, span: 'month' | 'week') => {
  await go(visit, `/calendar?span=${span}`)
  await visit.page.getByRole('grid').waitFor()
  await settled(visit)
}

/** Stars some companies, and looks at what is starred. */
const starred = async (visit: Visit) => {
  await go(visit, '/starred')
  await visit.page.evaluate(async () => {
    const found = await fetch('/api/v1/records/company?limit=3&fields=name')
    const { data } = (await found.json()) as { data: { id: string; name: string }[] }
    const stars = data.map(({ id, name }) => ({ object: 'company', id, title: name }))
    const headers = { 'Content-Type': 'application/json' }
    await fetch('/api/v1/preferences/stars', { method: 'PUT', headers, body: JSON.stringify(stars) })
  })
  // The page may not listen yet when the news goes round.
  await visit.page.reload()
  await visit.page.getByRole('list', { name: visit.t('shell.starred') }).waitFor()
  await settled(visit)
}

/** Tasks, the calendar and what is starred. */
export const workScreens: readonly Screen[] = [
  anywhere('tasks', (visit) => tasks(visit)),
  anywhere('tasks-by-record', (visit) => tasks(visit, '?show=all&group=record')),
  anywhere('tasks-writing', async (visit) => {
    await tasks(visit)
    const line = visit.page.getByRole('combobox', { name: visit.t('tasks.add') })
    await line.pressSequentially('明天15:00 给张总回电 !高 @')
    await visit.page
      .getByRole('listbox', { name: visit.t('activity.mentionWhom') })
      .getByRole('option')
      .first()
      .waitFor()
  }),
  onDesktop('tasks-panel', async (visit) => {
    await tasks(visit)
    await visit.page.locator('[data-task]').first().click()
    await visit.page.getByRole('complementary', { name: visit.t('tasks.panel') }).waitFor()
    await settled(visit)
  }),
  anywhere('tasks-menu', async (visit) => {
    await tasks(visit)
    await visit.page.locator('[data-task]').first().hover()
    await press(visit, new RegExp(visit.t('table.swipeActs', { name: '.*' })))
    await visit.page.getByRole('menuitem').first().waitFor()
  }),
  anywhere('starred', starred),
  anywhere('calendar-month', (visit) => calendar(visit, 'month')),
  anywhere('calendar-week', (visit) => calendar(visit, 'week')),
  onDesktop('calendar-entry', async (visit) => {
    await calendar(visit, 'month')
    await visit.page.locator('[data-entry]:not([data-entry^=more])').first().click()
    await visit.page.getByRole('button', { name: visit.t('calendar.edit') }).waitFor()
  }),
  anywhere('calendar-creating', async (visit) => {
    await calendar(visit, 'week')
    if (visit.phone) await press(visit, visit.t('calendar.create'))
    else await visit.page.keyboard.press('n')
    await visit.page.getByRole('textbox', { name: visit.t('calendar.subject') }).waitFor()
  }),
]
