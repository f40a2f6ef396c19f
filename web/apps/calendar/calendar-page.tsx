import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { printDay } from '#shared/fields/calendar.ts'
import { dayOfNow, readDay } from '#shared/fields/read-date.ts'
import { useCatalogue, useLocale } from '#web/data/index.ts'
import { Select } from '#web/design/select.tsx'
import { TopBar } from '#web/design/top-bar.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { CalendarView } from '#web/records/calendar/calendar-view.tsx'
import { type Span, spans } from '#web/records/calendar/range.ts'
import classes from './calendar-page.module.css'
import { creatableOf, sourcesOf } from './sources.ts'

const isSpan = (text: string | undefined): text is Span => spans.some((span) => span === text)

/** Meetings, visits and what is due, of one's own or of everybody. */
export function Component() {
  const { t, label } = useMessages()
  const locale = useLocale()
  const catalogue = useCatalogue()
  const address = useSearch({ from: '/shell/calendar' })
  const navigate = useNavigate()
  const today = dayOfNow(locale)
  const day = readDay(address.day ?? '', locale) ?? today
  const everyone = address.whose === 'all'
  const sources = useMemo(() => sourcesOf(catalogue, everyone), [catalogue, everyone])
  const creatable = useMemo(() => creatableOf(catalogue, sources, label), [catalogue, sources, label])
  const change = (part: Partial<typeof address>) =>
    void navigate({ to: '/calendar', search: (old) => ({ ...old, ...part }), replace: true })
  return (
    <>
      <TopBar title={t('calendar.title')} />
      <CalendarView
        sources={sources}
        creatable={creatable}
        span={isSpan(address.span) ? address.span : 'week'}
        onSpan={(span) => change({ span: span === 'week' ? undefined : span })}
        day={day}
        onDay={(next) => change({ day: next === today ? undefined : printDay(next) })}
        beside={
          <div className={classes.whose}>
            <Select
              aria-label={t('calendar.whose')}
              choices={[
                { value: 'mine', label: t('calendar.mine') },
                { value: 'all', label: t('calendar.everyone') },
              ]}
              value={everyone ? 'all' : 'mine'}
              onChange={(whose) => change({ whose: whose === 'all' ? 'all' : undefined })}
            />
          </div>
        }
      />
    </>
  )
}
