import { takenCode } from '../furnish.ts'
import { dialog, list, place, press, recordLinks, type Screen, type Visit } from '../visit.ts'

/** Types into a field of the company in its place. */
const edit = async (visit: Visit, field: string, value: string) => {
  const { page, phone, t } = visit
  await place(visit, `/o/company/${visit.companyId}`)
  if (phone) await page.getByRole('tab', { name: t('records.details') }).click()
  const button = page
    .getByRole('button', { name: new RegExp(t('records.editNamed', { name: field })) })
    .first()
  await button.focus()
  await page.keyboard.press('Enter')
  const input = page.getByRole('textbox', { name: new RegExp(`^${field}$`) })
  await input.fill(value)
  return () => input.press('Enter')
}

/** What is told where the network, the session or the server fails. */
export const interruptedScreens: readonly Screen[] = [
  {
    name: 'offline',
    as: 'member',
    spoils: true,
    async open(visit) {
      const save = await edit(visit, '(企业全称|公司全名|Legal name)', '上海泓远精密制造有限公司')
      await visit.page.context().setOffline(true)
      await save()
      await visit.page.getByText(visit.t('outbox.waiting', { count: 1 })).waitFor()
    },
  },
  {
    name: 'unsaved',
    as: 'member',
    spoils: true,
    async open(visit) {
      const { page } = visit
      const left = Promise.withResolvers<void>()
      await page.route(`**/records/company/${visit.companyId}`, async (route) => {
        if (route.request().method() === 'PATCH') await left.promise
        await route.continue()
      })
      const save = await edit(visit, '(客户编号|客戶編號|Code)', takenCode)
      await save()
      // One has gone on when the refusal comes.
      await page
        .getByRole('main')
        .getByRole('link', { name: /^(客户|客戶|Companies)$/ })
        .first()
        .click()
      // Until the page is gone the refusal belongs to its field; its address goes before it.
      await page.getByRole('heading', { level: 1, name: /^(客户|客戶|Companies)$/ }).waitFor()
      left.resolve()
      await press(visit, visit.t('outbox.look'))
      await page.getByRole('dialog').getByText(takenCode).first().waitFor()
    },
  },
  {
    name: 'composer-refused',
    as: 'member',
    only: 'desktop',
    async open(visit) {
      const { page, t, companyId } = visit
      await page.route('**/records/activity', (route) =>
        route.request().method() === 'POST'
          ? route.fulfill({
              status: 400,
              contentType: 'application/problem+json',
              body: JSON.stringify({
                status: 400,
                code: 'bad_request',
                title: '',
                detail: '「⚠」',
                errors: [],
              }),
            })
          : route.fallback(),
      )
      await place(visit, `/o/company/${companyId}`)
      await page.keyboard.press('n')
      await page.keyboard.type('预算已批')
      await press(visit, t('activity.save'))
      await page.getByRole('main').getByRole('alert').first().waitFor()
    },
  },
  {
    name: 'sign-in-again',
    as: 'member',
    spoils: true,
    async open(visit) {
      const { page, address } = visit
      await list(visit, 'company')
      await page.context().request.post(`${address}/api/v1/auth/sign-out`)
      await recordLinks(visit, 'company').first().click()
      await dialog(visit)
    },
  },
]
