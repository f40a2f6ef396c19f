import { IconAt, IconBell, IconEyeOff, IconShieldExclamation, IconUserPlus } from '@tabler/icons-react'
import type { MouseEvent } from 'react'
import type { NotificationKind } from '#shared/operations/notifications.ts'
import { useCatalogue, useLocale } from '#web/data/index.ts'
import type { Notification } from '#web/data/notifications.ts'
import { Avatar } from '#web/design/avatar.tsx'
import { ObjectIcon } from '#web/design/object-icon.tsx'
import { wallTime } from '#web/fields/wall-time.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { headline } from '#web/records/notification-headline.ts'
import classes from './inbox-row.module.css'
import { NotificationLink } from './notification-link.tsx'

const icons = {
  mention: IconAt,
  assignment: IconUserPlus,
  reminder: IconBell,
  alert: IconShieldExclamation,
  unreached: IconEyeOff,
} satisfies Record<NotificationKind, unknown>

interface InboxRowProps {
  readonly one: Notification
  readonly selected: boolean
  readonly onClick: (event: MouseEvent) => void
}

/** One thing the person was told: who, what, about which record, when. */
export function InboxRow({ one, selected, onClick }: InboxRowProps) {
  const messages = useMessages()
  const { t } = messages
  const { timeZone } = useLocale()
  const catalogue = useCatalogue()
  const Icon = icons[one.kind]
  const object = catalogue.find(one.object)
  return (
    <NotificationLink one={one} className={classes.row} selected={selected} onClick={onClick}>
      <span className={classes.picture} data-kind={one.kind}>
        {one.actor === null ? (
          <Icon aria-hidden />
        ) : (
          <>
            <Avatar id={one.actor.id} name={one.actor.name} size={32} />
            <span className={classes.kind} aria-hidden>
              <Icon />
            </span>
          </>
        )}
      </span>
      <span className={classes.words}>
        <span className={classes.first}>
          <span className={classes.headline}>{headline(messages, catalogue, one)}</span>
          <time className={classes.time} dateTime={one.at}>
            {wallTime(one.at, timeZone).slice(11)}
          </time>
        </span>
        {one.title !== '' && (
          <span className={classes.record}>
            <ObjectIcon name={object?.icon} size={14} />
            <span>{one.title}</span>
            {one.deleted && <em className={classes.gone}>{t('inbox.deleted')}</em>}
          </span>
        )}
        {one.text !== '' && one.kind !== 'unreached' && <span className={classes.text}>{one.text}</span>}
      </span>
      {one.readAt === null && (
        <span className={classes.dot}>
          <span className={classes.spoken}>{t('inbox.unread')}</span>
        </span>
      )}
    </NotificationLink>
  )
}
