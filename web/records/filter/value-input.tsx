import type { Field } from '#shared/metadata/catalogue.ts'
import { fieldViews } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { type Condition, isPerson, takesList, takesNoValue } from './condition.ts'
import { DaysInput, PeriodInput } from './period-input.tsx'

interface ValueInputProps {
  readonly condition: Condition
  readonly field: Field
  readonly label: string
  readonly autoFocus: boolean
  readonly onChange: (value: unknown) => void
  readonly onDone: () => void
}

/** What a condition holds its field against, in the input of the field's own type. */
export function ValueInput({ condition, field, label, autoFocus, onChange, onDone }: ValueInputProps) {
  const { t } = useMessages()
  const { operator, value } = condition
  if (takesNoValue(operator)) return null
  if (operator === 'within') return <PeriodInput value={value} label={label} onChange={onChange} />
  if (operator === 'olderThan') {
    return (
      <DaysInput
        label={t('views.days')}
        value={Number(value ?? 0)}
        onChange={(days) => onChange(String(days))}
      />
    )
  }
  // Moments are asked for by their day.
  const asked: Field = field.type === 'dateTime' ? { ...field, type: 'date' } : field
  const { FilterInput } = fieldViews[isPerson(field) ? 'user' : asked.type]
  return (
    <FilterInput
      key={`${condition.field} ${takesList(operator)}`}
      field={asked}
      value={value}
      many={takesList(operator)}
      label={label}
      autoFocus={autoFocus}
      onChange={onChange}
      onDone={onDone}
    />
  )
}
