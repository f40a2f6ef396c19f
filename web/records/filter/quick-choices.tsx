import type { Field } from '#shared/metadata/catalogue.ts'
import { StatusDot } from '#web/design/status-dot.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './filter-sheet.module.css'

interface QuickChoicesProps {
  readonly field: Field
  readonly value: unknown
  readonly onChange: (values: readonly string[]) => void
}

/** All choices of a field, to tick. */
export function QuickChoices({ field, value, onChange }: QuickChoicesProps) {
  const { label } = useMessages()
  const chosen: readonly unknown[] = Array.isArray(value) ? value : []
  const options = field.options ?? []
  return (
    <fieldset className={classes.block}>
      <legend className={classes.legend}>{label(field.label)}</legend>
      <div className={classes.choices}>
        {options.map((option) => {
          const on = chosen.includes(option.value)
          const next = options
            .map((one) => one.value)
            .filter((one) => (one === option.value ? !on : chosen.includes(one)))
          return (
            <button
              key={option.value}
              type="button"
              className={classes.choice}
              aria-pressed={on}
              onClick={() => onChange(next)}
            >
              <StatusDot color={option.color}>{label(option.label)}</StatusDot>
            </button>
          )
        })}
      </div>
    </fieldset>
  )
}
