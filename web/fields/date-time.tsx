import { useRef } from 'react'
import { useLocale } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { CalendarButton } from './calendar-button.tsx'
import type { EditorProps, FieldView, ValueProps } from './field-view.ts'
import classes from './fields.module.css'
import { shortDate, shortDateTime } from './short-date.ts'
import { typedFilter } from './typed-filter.tsx'
import { readTyped, TypedInput } from './typed-input.tsx'
import { useDaySheet } from './use-day-sheet.ts'
import { wallTime } from './wall-time.ts'

function Moment({ value }: ValueProps) {
  const locale = useLocale()
  return (
    <time dateTime={String(value)} className={classes.figure}>
      {shortDateTime(String(value), locale)}
    </time>
  )
}

/** In a list the day is enough, and today the time; the whole of it on hover. */
function MomentCell({ value }: ValueProps) {
  const locale = useLocale()
  const whole = shortDateTime(String(value), locale)
  const wall = wallTime(String(value), locale.timeZone)
  const today = wallTime(locale.now, locale.timeZone).slice(0, 10)
  return (
    <time dateTime={String(value)} className={classes.figure} title={whole}>
      {wall.startsWith(today) ? wall.slice(11) : shortDate(wall, locale)}
    </time>
  )
}

/** `明天下午3点`, `2026-11-20 14:30`; the calendar changes the day and keeps the time. */
function DateTimeEditor(props: EditorProps) {
  const locale = useLocale()
  const { t, label } = useMessages()
  const days = useDaySheet(props)
  const latest = useRef<unknown>(props.value)
  const written = (value: unknown) => wallTime(String(value), locale.timeZone)
  const wall = typeof props.value === 'string' ? written(props.value) : null
  const time = wall?.slice(11) ?? '09:00'
  const set = (value: unknown) => {
    latest.current = value
    props.onRefuse?.(null)
    props.onChange(value)
  }
  const put = (day: string, at: string) => {
    const parsed = readTyped(`${day} ${at}`, props.field, locale)
    if (parsed.ok) set(parsed.value)
    return parsed.ok
  }
  const done = () => {
    days.setOpened(false)
    props.onCommit?.(latest.current)
  }
  const name = props.label ?? label(props.field.label)
  return (
    <TypedInput
      {...props}
      {...days.typed}
      editText={written}
      meaning={(value) => shortDateTime(String(value), locale)}
      onOpen={() => days.setOpened(true)}
      rightSection={
        <CalendarButton
          value={wall}
          opened={days.opened}
          onOpened={days.setOpened}
          // In the sheet the time is chosen along with the day.
          onChoose={(day) => put(day, time) && !days.phone && props.onCommit?.(latest.current)}
          input={props.id}
          sheet={
            days.phone
              ? {
                  title: name === '' ? t('fields.chooseDay') : name,
                  time,
                  onTime: (at) =>
                    put(wall?.slice(0, 10) ?? wallTime(locale.now, locale.timeZone).slice(0, 10), at),
                  onClear:
                    props.field.required === true || wall === null
                      ? undefined
                      : () => {
                          set(null)
                          done()
                        },
                  onType: days.type,
                  onDone: done,
                  onClose: days.close,
                }
              : undefined
          }
        />
      }
    />
  )
}

export const dateTime: FieldView = {
  Cell: MomentCell,
  Display: Moment,
  Editor: DateTimeEditor,
  FilterInput: typedFilter(DateTimeEditor),
}
