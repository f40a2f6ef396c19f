import { DatePicker } from '@mantine/dates'
import '@mantine/dates/styles.layer.css'
import 'dayjs/locale/zh-cn.js'
import 'dayjs/locale/zh-tw.js'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { addMonths, printDay, toDay } from '#shared/fields/calendar.ts'
import { useLocale, useSettings } from '#web/data/index.ts'
import { usePhone } from '#web/design/use-phone.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './calendar.module.css'
import { dayMarkOf } from './day-mark.ts'
import { wallTime } from './wall-time.ts'

const dayjsLocale = { 'zh-CN': 'zh-cn', 'zh-TW': 'zh-tw', en: 'en' } as const
/** 0 = Sunday: in China a week begins on Monday, in Taiwan and America on Sunday. */
const firstWeekday = { 'zh-CN': 1, 'zh-TW': 0, en: 0 } as const

interface CalendarProps {
  readonly value: string | null
  readonly onChoose: (day: string) => void
  readonly onClose: () => void
}

/**
 * A month to choose a day of; `value` and the day chosen are `YYYY-MM-DD`. Arrows go by days and weeks, PageUp and
 * PageDown by months. Days off and made-up working days are marked.
 */
export default function Calendar({ value, onChoose, onClose }: CalendarProps) {
  const { language, t } = useMessages()
  const phone = usePhone()
  const { calendar } = useSettings()
  const { now, timeZone } = useLocale()
  const today = wallTime(now, timeZone).slice(0, 10)
  const [month, setMonth] = useState(value ?? today)
  const [goTo, setGoTo] = useState<string | null>(value ?? today)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (goTo !== null) box.current?.querySelector<HTMLElement>(`[data-day="${goTo}"]`)?.focus()
  }, [goTo])
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      onClose()
      return
    }
    const by = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0
    const from = event.target instanceof HTMLElement ? event.target.dataset.day : undefined
    const day = by === 0 || from === undefined ? undefined : monthsOn(from, event.shiftKey ? by * 12 : by)
    if (day === undefined) return
    event.preventDefault()
    setMonth(day)
    setGoTo(day)
  }
  return (
    <div ref={box} onKeyDownCapture={keyDown}>
      <DatePicker
        size={phone ? 'md' : 'xs'}
        fullWidth={phone}
        locale={dayjsLocale[language]}
        firstDayOfWeek={firstWeekday[language]}
        value={value}
        date={month}
        onDateChange={setMonth}
        onChange={(day) => day !== null && onChoose(day)}
        {...(language !== 'en' && { monthLabelFormat: 'YYYY年M月', yearLabelFormat: 'YYYY年' })}
        getDayProps={(day) => ({ 'data-day': day })}
        renderDay={(day) => {
          const mark = dayMarkOf(day, calendar)
          return (
            <span
              className={classes.day}
              data-today={day === today || undefined}
              data-rest={mark?.works === false || undefined}
            >
              {Number(day.slice(8))}
              {mark?.name !== undefined && (
                <small className={classes.mark} data-works={mark.works || undefined} title={mark.name}>
                  {t(mark.works ? 'fields.dayOn' : 'fields.dayOff')}
                </small>
              )}
            </span>
          )
        }}
        ariaLabels={{
          nextMonth: t('fields.nextMonth'),
          previousMonth: t('fields.previousMonth'),
        }}
      />
    </div>
  )
}

function monthsOn(day: string, count: number): string | undefined {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return printDay(addMonths(toDay(year, month, date), count))
}
