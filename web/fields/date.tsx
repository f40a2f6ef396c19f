import { useLocale } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { CalendarButton } from './calendar-button.tsx'
import type { EditorProps, FieldView, ValueProps } from './field-view.ts'
import classes from './fields.module.css'
import { shortDate } from './short-date.ts'
import { typedFilter } from './typed-filter.tsx'
import { TypedInput } from './typed-input.tsx'
import { useDaySheet } from './use-day-sheet.ts'

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
  const { t, label } = useMessages()
  const days = useDaySheet(props)
  const set = (day: string | null) => {
    props.onRefuse?.(null)
    props.onChange(day)
    props.onCommit?.(day)
    days.setOpened(false)
  }
  const name = props.label ?? label(props.field.label)
  return (
    <TypedInput
      {...props}
      {...days.typed}
      editText={String}
      meaning={(value) => shortDate(String(value), locale)}
      onOpen={() => days.setOpened(true)}
      rightSection={
        <CalendarButton
          value={props.value}
          opened={days.opened}
          onOpened={days.setOpened}
          onChoose={set}
          input={props.id}
          sheet={
            days.phone
              ? {
                  title: name === '' ? t('fields.chooseDay') : name,
                  onClear: isClearable(props) ? () => set(null) : undefined,
                  onType: days.type,
                  onDone: days.close,
                  onClose: days.close,
                }
              : undefined
          }
        />
      }
    />
  )
}

const isClearable = ({ field, value }: EditorProps) =>
  field.required !== true && value !== null && value !== undefined

export const date: FieldView = {
  Cell: Day,
  Display: Day,
  Editor: DateEditor,
  FilterInput: typedFilter(DateEditor),
}
