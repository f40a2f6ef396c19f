import { Link } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'
import { useCatalogue } from '#web/data/index.ts'
import type { Notification } from '#web/data/notifications.ts'

interface NotificationLinkProps {
  readonly one: Notification
  readonly className: string | undefined
  readonly selected: boolean
  readonly onClick: (event: MouseEvent) => void
  readonly children: ReactNode
}

/** Leads to the record that a notification is about; to those of the person where it is about many; to the audit log from an alert. */
export function NotificationLink({
  one,
  className = '',
  selected,
  onClick,
  children,
}: NotificationLinkProps) {
  const catalogue = useCatalogue()
  const own = {
    className,
    onClick,
    children,
    'data-id': one.id,
    'data-selected': selected || undefined,
    'data-unread': one.readAt === null || undefined,
  }
  if (one.alert !== null) return <Link {...own} to="/settings/audit" search={{ id: one.alert.entryId }} />
  if (one.recordId !== null)
    return <Link {...own} to="/o/$object/$id" params={{ object: one.object, id: one.recordId }} />
  const assigned = catalogue.find(one.object)?.fieldByName.has('assignee') !== true ? 'owner' : 'assignee'
  return (
    <Link
      {...own}
      to="/o/$object"
      params={{ object: one.object }}
      search={{ filter: `${assigned} = me()` }}
    />
  )
}
