import { anywhere, dialog, onDesktop, onPhone, place, press, type Screen, type Visit } from '../visit.ts'

const section = (name: string) => anywhere(`settings-${name}`, (visit) => place(visit, `/settings/${name}`))

/** The role that stands second in the list. */
const role = async (visit: Visit) => {
  await place(visit, '/settings/roles')
  await visit.page.getByRole('table').getByRole('link').nth(1).click()
  await visit.page.getByRole('tabpanel').waitFor()
}

export const settingsScreens: readonly Screen[] = [
  section('workspace'),
  section('calendar'),
  section('members'),
  section('roles'),
  section('sharing-rules'),
  section('pools'),
  section('keys'),
  section('profile'),
  section('security'),
  section('directories'),
  section('single-sign-on'),
  section('sign-in-policy'),
  anywhere('new-scim-token', async (visit) => {
    await place(visit, '/settings/directories')
    await press(visit, visit.t('directories.addToken'))
    await dialog(visit)
  }),
  anywhere('new-provider', async (visit) => {
    await place(visit, '/settings/single-sign-on')
    await press(visit, visit.t('providers.add'))
    await dialog(visit)
  }),
  anywhere('provider', async (visit) => {
    await place(visit, '/settings/single-sign-on')
    await visit.page
      .getByRole('button', { name: visit.t('providers.editNamed', { name: '公司账号' }) })
      .click()
    await dialog(visit)
  }),
  anywhere('set-up-app', async (visit) => {
    await place(visit, '/settings/security')
    await press(visit, visit.t('auth.setUpApp'))
    await dialog(visit)
  }),
  section('audit'),
  section('alerts'),
  section('access-reviews'),
  anywhere('access-review', async (visit) => {
    await place(visit, '/settings/access-reviews')
    // One stands open at a time: the first visit opens it, later ones go to it.
    const line = visit.page.getByRole('rowheader').getByRole('link').first()
    const open = visit.page.getByRole('button', { name: visit.t('reviews.open'), exact: true }).first()
    await line.or(open).first().waitFor()
    await ((await line.count()) > 0 ? line : open).click()
    await visit.page.getByRole('tab', { name: visit.t('reviews.show_none') }).waitFor()
  }),
  onDesktop('role-fields', async (visit) => {
    await role(visit)
    await visit.page.getByRole('grid').locator('button[aria-expanded]').nth(1).click()
  }),
  onDesktop('role-choices', async (visit) => {
    await role(visit)
    await visit.page.getByRole('grid').locator('[data-column="4"]').nth(2).click()
    await visit.page.getByRole('menu').waitFor()
  }),
  onPhone('role-object', async (visit) => {
    await role(visit)
    await visit.page.getByRole('tabpanel').locator('li button').nth(2).click()
    await dialog(visit)
  }),
  anywhere('new-role', async (visit) => {
    await place(visit, '/settings/roles')
    await press(visit, visit.t('access.newRole'))
    await dialog(visit)
  }),
  anywhere('new-sharing-rule', async (visit) => {
    await place(visit, '/settings/sharing-rules')
    await press(visit, visit.t('access.newRule'))
    await dialog(visit)
  }),
  anywhere('new-pool', async (visit) => {
    await place(visit, '/settings/pools')
    await press(visit, visit.t('pools.newPool'))
    await dialog(visit)
  }),
  anywhere('audit-entry', async (visit) => {
    await place(visit, '/settings/audit')
    await press(visit, visit.t('audit.kind_signedIn'))
    await dialog(visit)
  }),
  anywhere('add-member', async (visit) => {
    await place(visit, '/settings/members')
    await press(visit, visit.t('people.addDirectly'))
    await dialog(visit)
  }),
  anywhere('invite', async (visit) => {
    await place(visit, '/settings/members')
    await press(visit, visit.t('people.invite'))
    await dialog(visit)
  }),
  anywhere('teams', async (visit) => {
    await place(visit, '/settings/teams')
  }),
  anywhere('invitation', async (visit) => {
    const { request } = visit.page
    const api = `${visit.address}/api/v1`
    const roles = (await (await request.get(`${api}/roles`)).json()) as {
      data: { id: string; key: string }[]
    }
    const roleIds = roles.data.filter(({ key }) => key === 'member').map(({ id }) => id)
    const made = await request.post(`${api}/auth/invitations`, { data: { roleIds } })
    const { data } = (await made.json()) as { data: { token: string }[] }
    await place(visit, `/join/${data[0]?.token}`)
    await press(visit, visit.t('people.joinOther'))
    await visit.page.getByRole('textbox').first().waitFor()
  }),
  anywhere('second-step', async (visit) => {
    await place(visit, '/second-step')
    await visit.page.getByRole('button', { name: visit.t('auth.setUpAppTitle') }).waitFor()
  }),
  anywhere('invitation-invalid', async (visit) => {
    await place(visit, '/join/nonsense')
  }),
]
