import type { ReactNode } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './settings-page.module.css'

interface SettingsPageProps {
  readonly title: string
  readonly detail?: string
  readonly action?: ReactNode
  readonly children: ReactNode
}

/** One page of settings: a heading, what it is about, its lines. */
export function SettingsPage({ title, detail, action, children }: SettingsPageProps) {
  const { t } = useMessages()
  return (
    <section className={classes.page}>
      <title>{`${title} · ${t('settings.title')} · ${t('shell.kith')}`}</title>
      <header className={classes.head}>
        <div>
          <h2 className={classes.title}>{title}</h2>
          {detail !== undefined && <p className={classes.detail}>{detail}</p>}
        </div>
        {action}
      </header>
      {children}
    </section>
  )
}
