import { IconInbox, IconMenu2, IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useCatalogue } from '#web/data/use-catalogue.ts'
import { useUnreadCount } from '#web/data/use-unread-count.ts'
import { ObjectIcon } from '#web/design/object-icon.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { navigationGroups } from './navigation-groups.ts'
import classes from './phone-bar.module.css'
import { PhoneMoreSheet } from './phone-more-sheet.tsx'

interface PhoneBarProps {
  readonly onSearch: () => void
  readonly onCreate: () => void
}

/** The foot of a phone: where one works most, create in the middle, the inbox, everything else. */
export function PhoneBar({ onSearch, onCreate }: PhoneBarProps) {
  const { t, label } = useMessages()
  const groups = navigationGroups(useCatalogue())
  const unread = useUnreadCount()
  const [more, setMore] = useState(false)
  const objects = groups.flatMap((group) => group.objects)
  const preferred = objects.filter(({ name }) => name === 'company' || name === 'deal')
  const first = (preferred.length === 2 ? preferred : objects).slice(0, 2)

  return (
    <nav className={classes.bar} aria-label={t('shell.navigation')}>
      {first.map((object) => (
        <Link
          key={object.name}
          to="/o/$object"
          params={{ object: object.name }}
          className={classes.item}
          activeOptions={{ includeSearch: false }}
        >
          <ObjectIcon name={object.icon} size={22} />
          <span className={classes.name}>{label(object.pluralLabel ?? object.label)}</span>
        </Link>
      ))}
      <button
        type="button"
        className={classes.create}
        aria-label={t('shell.create')}
        aria-haspopup="dialog"
        onClick={onCreate}
      >
        <IconPlus aria-hidden />
      </button>
      <Link to="/inbox" className={classes.item}>
        <span className={classes.withBadge}>
          <IconInbox aria-hidden />
          {unread > 0 && (
            <span className={classes.badge}>
              <span aria-hidden>{unread > 99 ? '99+' : unread}</span>
              <span className={classes.spoken}>{t('shell.unreadCount', { count: unread })}</span>
            </span>
          )}
        </span>
        <span className={classes.name}>{t('shell.inbox')}</span>
      </Link>
      <button type="button" className={classes.item} aria-haspopup="dialog" onClick={() => setMore(true)}>
        <IconMenu2 aria-hidden />
        <span className={classes.name}>{t('shell.more')}</span>
      </button>
      {more && <PhoneMoreSheet onClose={() => setMore(false)} onSearch={onSearch} groups={groups} />}
    </nav>
  )
}
