import { Link, Outlet } from '@tanstack/react-router'
import { useIsAdmin } from '#web/data/use-session.ts'
import { TopBar } from '#web/design/top-bar.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './settings-layout.module.css'

const groups = [
  {
    title: 'settings.groupWorkspace',
    pages: [
      { to: '/settings/workspace', title: 'settings.workspace' },
      { to: '/settings/calendar', title: 'settings.calendar' },
      { to: '/settings/members', title: 'settings.members' },
    ],
  },
  {
    title: 'settings.groupPerson',
    pages: [
      { to: '/settings/profile', title: 'settings.profile' },
      { to: '/settings/keys', title: 'settings.apiKeys' },
    ],
  },
] as const

const administration = {
  title: 'settings.groupSecurity',
  pages: [
    { to: '/settings/audit', title: 'audit.title' },
    { to: '/settings/alerts', title: 'audit.alerts' },
  ],
} as const

/** The frame of all settings: their list at the side, one page beside it. */
export function Component() {
  const { t } = useMessages()
  const isAdmin = useIsAdmin()
  return (
    <>
      <TopBar title={t('settings.title')} documentTitle={false} />
      <div className={classes.body}>
        <nav className={classes.list} aria-label={t('settings.sections')}>
          {[...groups, ...(isAdmin ? [administration] : [])].map((group) => (
            <div key={group.title} className={classes.group}>
              <p className={classes.groupTitle}>{t(group.title)}</p>
              {group.pages.map((page) => (
                <Link key={page.to} to={page.to} className={classes.link}>
                  {t(page.title)}
                </Link>
              ))}
            </div>
          ))}
        </nav>
        <div className={classes.page}>
          <Outlet />
        </div>
      </div>
    </>
  )
}
