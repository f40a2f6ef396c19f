import { useLocale } from '#web/data/index.ts'
import type { Notification } from '#web/data/notifications.ts'
import { shortDate } from '#web/fields/short-date.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { byDay, nearDay } from './days.ts'
import classes from './inbox-list.module.css'
import { InboxRow } from './inbox-row.tsx'

interface InboxListProps {
  readonly entries: readonly Notification[]
  readonly selected: string | undefined
  /** Whether a click shows the record beside the list; otherwise it opens the record's page. */
  readonly beside: boolean
  readonly onSelect: (one: Notification) => void
  readonly onOpen: (one: Notification) => void
}

/** Notifications by day. */
export function InboxList({ entries, selected, beside, onSelect, onOpen }: InboxListProps) {
  const { t } = useMessages()
  const locale = useLocale()
  const dayName = (date: string) => {
    const near = nearDay(date, locale.now, locale.timeZone)
    return near === undefined
      ? shortDate(date, locale)
      : t(near === 'today' ? 'inbox.today' : 'inbox.yesterday')
  }
  return (
    <div>
      {byDay(entries, locale.timeZone).map(({ date, entries: those }) => (
        <section key={date} aria-label={dayName(date)}>
          <h2 className={classes.day}>{dayName(date)}</h2>
          <ul className={classes.list}>
            {those.map((one) => (
              <li key={one.id}>
                <InboxRow
                  one={one}
                  selected={one.id === selected}
                  onClick={(event) => {
                    const newTab = event.metaKey || event.ctrlKey || event.shiftKey
                    if (!newTab && beside && one.recordId !== null && one.id !== selected) {
                      event.preventDefault()
                      onSelect(one)
                    } else onOpen(one)
                  }}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
