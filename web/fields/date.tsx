import { useState } from 'react'
import { useLocale } from '#web/data/index.ts'
import { CalendarButton } from './calendar-button.tsx'
import type { EditorProps, FieldView, ValueProps } from './field-view.ts'
import classes from './fields.module.css'
import { shortDate } from './short-date.ts'
import { typedFilter } from './typed-filter.tsx'
import { TypedInput } from './typed-input.tsx'

function Day({ value }: ValueProps) {
  const locale = useLocale()
  return (
    <time dateTime={String(value)} className={classes.figure}>
      {shortDate(String(value), locale)}
    </time>
  )
}

/** `下周三`, `tomorrow`, `2026-11-20` — or the calendar. */
function DateEditor(props: EditorProps) {
  const locale = useLocale()
  const [opened, setOpened] = useState(false)
  return (
    <TypedInput
      {...props}
      editText={String}
      meaning={(value) => shortDate(String(value), locale)}
      onOpen={() => setOpened(true)}
      rightSection={
        <CalendarButton
          value={props.value}
          opened={opened}
          onOpened={setOpened}
          onChoose={choose(props)}
          input={props.id}
        />
      }
    />
  )
}

const choose = (props: EditorProps) => (day: string) => {
  props.onRefuse?.(null)
  props.onChange(day)
  props.onCommit?.(day)
}

export const date: FieldView = {
  Cell: Day,
  Display: Day,
  Editor: DateEditor,
  FilterInput: typedFilter(DateEditor),
}
