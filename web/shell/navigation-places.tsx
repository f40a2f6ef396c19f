import { Tooltip } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useUnreadCount } from '#web/data/use-unread-count.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import item from './navigation-line.module.css'
import { NavigationLine } from './navigation-line.tsx'
import classes from './navigation-places.module.css'

/** The person's own places, above the objects. */
export function NavigationPlaces({ rail }: { rail: boolean }) {
  const { t } = useMessages()
  const unread = useUnreadCount()
  const inboxName =
    unread > 0 ? `${t('shell.inbox')}, ${t('shell.unreadCount', { count: unread })}` : t('shell.inbox')
  return (
    <ul className={classes.places} data-rail={rail || undefined}>
      <li>
        <Tooltip label={inboxName} position="right" disabled={!rail}>
          <Link to="/inbox" className={item.item} data-rail={rail || undefined} aria-label={inboxName}>
            <NavigationLine
              icon={<IconInbox aria-hidden />}
              name={t('shell.inbox')}
              rail={rail}
              waiting={unread}
            />
          </Link>
        </Tooltip>
      </li>
    </ul>
  )
}
