import { useMessages } from '#web/messages/use-messages.ts'
import { weekdayNames } from './calendar-names.ts'
import classes from './calendar-page.module.css'

interface WorkdayTogglesProps {
  /** ISO weekdays, 1 = Monday. */
  readonly workdays: readonly number[]
  readonly onChange: (workdays: readonly number[]) => void
}

/** Seven days, each pressed in when it is worked. */
export function WorkdayToggles({ workdays, onChange }: WorkdayTogglesProps) {
  const { t, language } = useMessages()
  const toggle = (day: number) =>
    onChange(
      workdays.includes(day)
        ? workdays.filter((other) => other !== day)
        : [...workdays, day].toSorted((a, b) => a - b),
    )
  return (
    <fieldset className={classes.days} aria-label={t('settings.workdays')}>
      {weekdayNames(language).map((name, index) => (
        <button
          key={name}
          type="button"
          className={classes.day}
          aria-pressed={workdays.includes(index + 1)}
          onClick={() => toggle(index + 1)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  )
}
