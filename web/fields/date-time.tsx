import { useState } from 'react'
import { useLocale } from '#web/data/index.ts'
import { CalendarButton } from './calendar-button.tsx'
import type { EditorProps, FieldView, ValueProps } from './field-view.ts'
import classes from './fields.module.css'
import { shortDate, shortDateTime } from './short-date.ts'
import { typedFilter } from './typed-filter.tsx'
import { readTyped, TypedInput } from './typed-input.tsx'
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
  const written = (value: unknown) => wallTime(String(value), locale.timeZone)
  const choose = (day: string) => {
    const time = typeof props.value === 'string' ? written(props.value).slice(11) : '09:00'
    const parsed = readTyped(`${day} ${time}`, props.field, locale)
    if (!parsed.ok) return
    props.onRefuse?.(null)
    props.onChange(parsed.value)
    props.onCommit?.(parsed.value)
  }
  const [opened, setOpened] = useState(false)
  const today = typeof props.value === 'string' ? written(props.value) : null
  return (
    <TypedInput
      {...props}
      editText={written}
      meaning={(value) => shortDateTime(String(value), locale)}
      onOpen={() => setOpened(true)}
      rightSection={
        <CalendarButton
          value={today}
          opened={opened}
          onOpened={setOpened}
          onChoose={choose}
          input={props.id}
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
