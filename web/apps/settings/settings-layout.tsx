import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
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
      { to: '/settings/security', title: 'auth.security' },
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
  const list = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  // On a phone the sections lie beside each other, and the one that is open may be beyond the edge.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the mark moves with the address
  useEffect(() => {
    list.current
      ?.querySelector('[aria-current="page"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [pathname])
  const isAdmin = useIsAdmin()
  return (
    <>
      <TopBar title={t('settings.title')} documentTitle={false} />
      <div className={classes.body}>
        <nav ref={list} className={classes.list} aria-label={t('settings.sections')}>
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
