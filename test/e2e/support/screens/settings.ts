import { dialog, place, press, type Screen } from '../visit.ts'

const section = (name: string): Screen => ({
  name: `settings-${name}`,
  as: 'member',
  open: (visit) => place(visit, `/settings/${name}`),
})

export const settingsScreens: readonly Screen[] = [
  section('workspace'),
  section('calendar'),
  section('members'),
  section('keys'),
  section('profile'),
  {
    name: 'add-member',
    as: 'member',
    async open(visit) {
      await place(visit, '/settings/members')
      await press(visit, visit.t('settings.addMember'))
      await dialog(visit)
    },
  },
]
