import type { Right } from '#shared/access/permissions.ts'
import type { May } from './use-may.ts'

/** Every page of the settings, in the order of their list; one with a `right` is for who has it alone. */
export const settingsGroups = [
  {
    title: 'settings.groupWorkspace',
    pages: [
      { to: '/settings/workspace', title: 'settings.workspace', right: 'settings' },
      { to: '/settings/calendar', title: 'settings.calendar', right: 'settings' },
      { to: '/settings/members', title: 'settings.members', right: 'people' },
      { to: '/settings/teams', title: 'people.teams', right: 'people' },
      { to: '/settings/directories', title: 'directories.title', right: 'people' },
      { to: '/settings/roles', title: 'access.roles', right: 'roles' },
      { to: '/settings/sharing-rules', title: 'access.sharingRules', right: 'roles' },
      { to: '/settings/pools', title: 'pools.title', right: 'roles' },
    ],
  },
  {
    title: 'settings.groupSecurity',
    pages: [
      { to: '/settings/sign-in-policy', title: 'signInPolicy.title', right: 'settings' },
      { to: '/settings/single-sign-on', title: 'providers.title', right: 'settings' },
      { to: '/settings/audit', title: 'audit.title', right: 'audit' },
      { to: '/settings/alerts', title: 'audit.alerts', right: 'settings' },
      { to: '/settings/access-reviews', title: 'reviews.title', right: 'audit' },
    ],
  },
  {
    title: 'settings.groupPerson',
    pages: [
      { to: '/settings/profile', title: 'settings.profile' },
      { to: '/settings/security', title: 'auth.security' },
      { to: '/settings/keys', title: 'settings.apiKeys' },
    ],
  },
] as const

interface SettingsPlace {
  readonly to: string
  readonly right?: Right
}

const pages: readonly SettingsPlace[] = settingsGroups.flatMap(
  (group): readonly SettingsPlace[] => group.pages,
)

/** Whether the page at an address, or one below it, is for this person. */
export function mayOpenSettings(path: string, { right }: Pick<May, 'right'>): boolean {
  const page = pages.find(({ to }) => path === to || path.startsWith(`${to}/`))
  return page?.right === undefined || right(page.right)
}
