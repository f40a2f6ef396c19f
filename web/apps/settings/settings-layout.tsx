import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { mayOpenSettings, settingsGroups } from '#web/data/settings-pages.ts'
import { useMay } from '#web/data/use-may.ts'
import { ButtonLink } from '#web/design/button-link.tsx'
import { NotForYou } from '#web/design/not-for-you.tsx'
import { TopBar } from '#web/design/top-bar.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './settings-layout.module.css'

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
  const may = useMay()
  const groups = settingsGroups.flatMap(({ title, pages }) => {
    const open = pages.filter(({ to }) => mayOpenSettings(to, may))
    return open.length === 0 ? [] : [{ title, pages: open }]
  })
  return (
    <>
      <TopBar title={t('settings.title')} documentTitle={false} />
      <div className={classes.body}>
        <nav ref={list} className={classes.list} aria-label={t('settings.sections')}>
          {groups.map((group) => (
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
          {mayOpenSettings(pathname, may) ? (
            <Outlet />
          ) : (
            <NotForYou wayOut={<ButtonLink to="/settings/profile">{t('access.toOwnSettings')}</ButtonLink>} />
          )}
        </div>
      </div>
    </>
  )
}
