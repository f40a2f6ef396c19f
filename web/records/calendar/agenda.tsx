import { IconCircle, IconCircleCheck } from '@tabler/icons-react'
import { useLocale } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './agenda.module.css'
import { type Place, placeOf, useCalendarActs } from './calendar-acts.ts'
import type { Entry } from './entry.ts'
import { entryTime } from './words.ts'

interface AgendaProps {
  readonly entries: readonly Entry[]
  readonly onShow: (entry: Entry, place: Place) => void
  /** The entry in the hand. */
  readonly lifted?: Entry | undefined
}

/** Entries of a day under each other. */
export function Agenda({ entries, onShow, lifted }: AgendaProps) {
  const acts = useCalendarActs()
  const { t } = useMessages()
  const locale = useLocale()
  return (
    <ul className={classes.agenda}>
      {entries
        .toSorted((a, b) => Number(b.allDay) - Number(a.allDay) || a.from - b.from)
        .map((entry) => {
          const Mark = entry.done === true ? IconCircleCheck : IconCircle
          const whole = entry.allDay && entry.start.type === 'date'
          return (
            <li key={entry.key} className={classes.item}>
              <button
                type="button"
                className={classes.line}
                aria-haspopup="dialog"
                data-done={entry.done || undefined}
                data-lifted={lifted?.key === entry.key || undefined}
                onPointerDown={(event) => {
                  if (acts.mayMove(entry) && event.pointerType !== 'mouse') acts.grab(event, 'move', entry)
                }}
                onContextMenu={(event) => event.preventDefault()}
                onClick={(event) => {
                  if (!acts.swallowsClick()) onShow(entry, placeOf(event.currentTarget))
                }}
              >
                <span className={classes.time}>
                  {whole ? t('calendar.allDay') : entryTime(entry, locale)}
                </span>
                <i className={classes.mark} style={{ background: `var(--tag-${entry.color}-ink)` }} />
                {entry.done !== undefined && <Mark aria-hidden />}
                <span className={classes.title} dir="auto">
                  {entry.title}
                </span>
              </button>
            </li>
          )
        })}
    </ul>
  )
}
