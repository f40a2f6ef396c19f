import type { ReactNode, Ref } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './settings-page.module.css'

interface SettingsPageProps {
  readonly title: string
  /** For who gives it the focus. */
  readonly heading?: Ref<HTMLHeadingElement>
  readonly detail?: string
  readonly action?: ReactNode
  /** The way to the page above this one. */
  readonly before?: ReactNode
  /** For a table of many columns. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** One page of settings: a heading, what it is about, its lines. */
export function SettingsPage({
  title,
  heading,
  detail,
  action,
  before,
  wide = false,
  children,
}: SettingsPageProps) {
  const { t } = useMessages()
  return (
    <section className={classes.page} data-wide={wide || undefined}>
      <title>{`${title} · ${t('settings.title')} · ${t('shell.kith')}`}</title>
      {before}
      <header className={classes.head}>
        <div>
          <h2 className={classes.title} {...(heading !== undefined && { ref: heading, tabIndex: -1 })}>
            {title}
          </h2>
          {detail !== undefined && <p className={classes.detail}>{detail}</p>}
        </div>
        {action}
      </header>
      {children}
    </section>
  )
}
