import { IconCalendarEvent } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { dayOfNow } from '#shared/fields/read-date.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useLocale } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { EmptyState } from '#web/design/empty-state.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { dateFields } from '../views/proposals.ts'
import type { ViewState } from '../views/view-state.ts'
import { useLeftPlace } from '../way-back/use-left-place.ts'
import classes from './calendar-view.module.css'
import { CalendarView } from './calendar-view.tsx'
import { colorField } from './color-field.ts'
import type { Span } from './range.ts'

interface RecordCalendarProps {
  readonly object: CatalogueObject
  readonly state: ViewState
}

/** The records of any object by one of its dates, as a view of kind calendar says. */
export function RecordCalendar({ object, state }: RecordCalendarProps) {
  const { t, label } = useMessages()
  const locale = useLocale()
  const { calendar, filter = '' } = state.definition
  const left = useLeftPlace(() => ({ calendar: { day, daily } }))
  const [day, setDay] = useState(() => left.calendar?.day ?? dayOfNow(locale))
  const [daily, setDaily] = useState(left.calendar?.daily ?? false)
  const start = object.fieldByName.get(calendar?.start ?? '')
  const end = object.fieldByName.get(calendar?.end ?? '')
  const source = useMemo(
    () =>
      start === undefined
        ? undefined
        : {
            object,
            start,
            end: end?.type === start.type ? end : undefined,
            colorBy: colorField(object),
            filter,
            search: state.search,
          },
    [object, start, end, filter, state.search],
  )
  const sources = useMemo(() => (source === undefined ? [] : [source]), [source])
  if (source === undefined) {
    const fields = dateFields(object)
    return fields.length === 0 ? (
      <EmptyState
        icon={IconCalendarEvent}
        title={t('calendar.noField', { object: label(object.label) })}
        detail={t('calendar.noFieldHow')}
      />
    ) : (
      <EmptyState
        icon={IconCalendarEvent}
        title={t('calendar.lostField')}
        detail={t('calendar.lostFieldHow')}
        action={
          <div className={classes.choices}>
            {fields.map((field) => (
              <Button key={field.key} onClick={() => state.change({ calendar: { start: field.name } })}>
                {t('calendar.by', { field: label(field.label) })}
              </Button>
            ))}
          </div>
        }
      />
    )
  }
  // On a phone a day takes the place of the week: that is of the screen, not of the view.
  const span: Span = daily ? 'day' : (calendar?.span ?? 'month')
  return (
    <CalendarView
      sources={sources}
      creatable={[{ key: object.name, label: label(object.label), source, values: {} }]}
      span={span}
      onSpan={(next) => {
        setDaily(next === 'day')
        if (calendar !== undefined && next !== 'day') state.change({ calendar: { ...calendar, span: next } })
      }}
      day={day}
      onDay={setDay}
      address={state.address}
    />
  )
}
