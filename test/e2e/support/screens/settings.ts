import { anywhere, dialog, place, press, type Screen } from '../visit.ts'

const section = (name: string) => anywhere(`settings-${name}`, (visit) => place(visit, `/settings/${name}`))

export const settingsScreens: readonly Screen[] = [
  section('workspace'),
  section('calendar'),
  section('members'),
  section('keys'),
  section('profile'),
  section('security'),
  anywhere('set-up-app', async (visit) => {
    await place(visit, '/settings/security')
    await press(visit, visit.t('auth.setUpApp'))
    await dialog(visit)
  }),
  section('audit'),
  section('alerts'),
  anywhere('audit-entry', async (visit) => {
    await place(visit, '/settings/audit')
    await press(visit, visit.t('audit.kind_signedIn'))
    await dialog(visit)
  }),
  anywhere('add-member', async (visit) => {
    await place(visit, '/settings/members')
    await press(visit, visit.t('settings.addMember'))
    await dialog(visit)
  }),
]
