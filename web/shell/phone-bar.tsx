import { IconHome, IconInbox, IconMenu2, IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useCatalogue } from '#web/data/use-catalogue.ts'
import { useUnreadCount } from '#web/data/use-unread-count.ts'
import { ObjectIcon } from '#web/design/object-icon.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { listedGroups } from './navigation-groups.ts'
import { PhoneBadge } from './phone-badge.tsx'
import classes from './phone-bar.module.css'
import { useDueTasks } from './use-due-tasks.ts'

const PhoneMoreSheet = lazy(async () => ({
  default: (await import('./phone-more-sheet.tsx')).PhoneMoreSheet,
}))

interface PhoneBarProps {
  readonly onSearch: () => void
  readonly onCreate: () => void
}

/** The foot of a phone: what is due, where one works most, create in the middle, the inbox, everything else. */
export function PhoneBar({ onSearch, onCreate }: PhoneBarProps) {
  const { t, label } = useMessages()
  const groups = listedGroups(useCatalogue())
  const unread = useUnreadCount()
  const [more, setMore] = useState(false)
  const objects = groups.flatMap((group) => group.objects)
  const first = objects.find(({ name }) => name === 'company') ?? objects[0]
  const due = useDueTasks() ?? 0

  return (
    <nav className={classes.bar} aria-label={t('shell.navigation')}>
      <Link to="/home" className={classes.item} activeOptions={{ includeSearch: false }}>
        <span className={classes.withBadge}>
          <IconHome aria-hidden />
          <PhoneBadge count={due} words={t('shell.dueCount', { count: due })} quiet />
        </span>
        <span className={classes.name}>{t('shell.home')}</span>
      </Link>
      {first !== undefined && (
        <Link
          to="/o/$object"
          params={{ object: first.name }}
          className={classes.item}
          activeOptions={{ includeSearch: false }}
        >
          <ObjectIcon name={first.icon} size={22} />
          <span className={classes.name}>{label(first.pluralLabel ?? first.label)}</span>
        </Link>
      )}
      <button
        type="button"
        className={classes.create}
        aria-label={t('shell.create')}
        aria-haspopup="dialog"
        onClick={onCreate}
      >
        <IconPlus aria-hidden />
      </button>
      <Link to="/inbox" className={classes.item} activeOptions={{ includeSearch: false }}>
        <span className={classes.withBadge}>
          <IconInbox aria-hidden />
          <PhoneBadge count={unread} words={t('shell.unreadCount', { count: unread })} />
        </span>
        <span className={classes.name}>{t('shell.inbox')}</span>
      </Link>
      <button type="button" className={classes.item} aria-haspopup="dialog" onClick={() => setMore(true)}>
        <IconMenu2 aria-hidden />
        <span className={classes.name}>{t('shell.more')}</span>
      </button>
      {more && (
        <Suspense>
          <PhoneMoreSheet onClose={() => setMore(false)} onSearch={onSearch} groups={groups} />
        </Suspense>
      )}
    </nav>
  )
}
