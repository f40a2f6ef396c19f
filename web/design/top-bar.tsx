import type { ReactNode } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './top-bar.module.css'

interface TopBarProps {
  /** The page's one heading; plain text, or a breadcrumb ending in it. */
  readonly title: string
  /** Name of the browser's tab where it says more than the title; false where a part of the page names it. */
  readonly documentTitle?: string | false
  /** Stands before the title: breadcrumb, way back. */
  readonly before?: ReactNode
  /** How many records; formatted already. */
  readonly count?: string | undefined
  /** Further things beside the title. */
  readonly beside?: ReactNode
  /** Buttons at the right; the filled one last. */
  readonly actions?: ReactNode
}

/** The head of a page, 48 px: where one is, and what one can do. */
export function TopBar({ title, documentTitle = title, before, count, beside, actions }: TopBarProps) {
  const { t } = useMessages()
  return (
    <header className={classes.bar}>
      {documentTitle !== false && <title>{`${documentTitle} · ${t('shell.kith')}`}</title>}
      {before}
      <h1 className={classes.title}>{title}</h1>
      {count !== undefined && <span className={classes.count}>{count}</span>}
      {beside}
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </header>
  )
}
