import { Tooltip } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useUnreadCount } from '#web/data/use-unread-count.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import item from './navigation-line.module.css'
import { NavigationLine } from './navigation-line.tsx'
import classes from './navigation-places.module.css'
import { places } from './places.ts'
import { useDueTasks } from './use-due-tasks.ts'

/** The person's own places, above the objects, with what waits there. */
export function NavigationPlaces({ rail }: { rail: boolean }) {
  const { t, language } = useMessages()
  const unread = useUnreadCount()
  const due = useDueTasks() ?? 0
  return (
    <ul className={classes.places} data-rail={rail || undefined}>
      {places.map(({ name, to, title, icon: Icon }) => {
        const waiting = name === 'inbox' ? unread : 0
        const count = name === 'tasks' && due > 0 ? due.toLocaleString(language) : undefined
        const words = [
          t(title),
          ...(waiting > 0 ? [t('shell.unreadCount', { count: waiting })] : []),
          ...(count === undefined ? [] : [t('shell.dueCount', { count: due })]),
        ].join(', ')
        return (
          <li key={name}>
            <Tooltip label={words} position="right" disabled={!rail}>
              <Link
                to={to}
                className={item.item}
                data-rail={rail || undefined}
                activeOptions={{ includeSearch: false }}
                aria-label={words}
              >
                <NavigationLine
                  icon={<Icon aria-hidden />}
                  name={t(title)}
                  rail={rail}
                  count={count}
                  waiting={waiting}
                />
              </Link>
            </Tooltip>
          </li>
        )
      })}
    </ul>
  )
}
