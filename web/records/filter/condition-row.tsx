import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useCatalogue } from '#web/data/index.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { Select } from '#web/design/select.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { type Condition, conditionOn, operatorsOf, withOperator } from './condition.ts'
import { FieldChoice } from './field-choice.tsx'
import { filterField } from './filter-field.ts'
import classes from './filter-row.module.css'
import { operatorKey } from './operator-words.ts'
import { ValueInput } from './value-input.tsx'

interface ConditionRowProps {
  readonly condition: Condition
  readonly object: CatalogueObject
  /** “where”, “and”, or the switch between and and or. */
  readonly joint: ReactNode
  readonly autoFocus: boolean
  readonly onChange: (condition: Condition) => void
  readonly onRemove: () => void
  readonly onDone: () => void
}

/** One condition to fill in: field, operator, value by the field's type. */
export function ConditionRow(props: ConditionRowProps) {
  const { condition, object, onChange } = props
  const { t, label } = useMessages()
  const catalogue = useCatalogue()
  const found = filterField(condition.field, object, catalogue)
  if (found === undefined) return null
  const { field } = found
  const name = found.steps.map((step) => label(step.label)).join(' · ')
  const count = Array.isArray(condition.value) ? condition.value.length : 0
  return (
    <div className={classes.row} data-part>
      <span className={classes.joint}>{props.joint}</span>
      <span data-word="field">
        <FieldChoice
          object={object}
          value={condition.field}
          onChange={(path) => {
            const next = filterField(path, object, catalogue)
            if (next !== undefined) onChange(conditionOn(next.field, path))
          }}
        />
      </span>
      <span data-word="operator">
        <Select
          aria-label={t('records.operator')}
          choices={operatorsOf(field).map((operator) => ({
            value: operator,
            label: t(operatorKey(operator, field, operator === condition.operator ? count : 2)),
          }))}
          value={condition.operator}
          onChange={(operator) => onChange(withOperator(condition, operator))}
        />
      </span>
      <span className={classes.value} data-word="value">
        <ValueInput
          condition={condition}
          field={field}
          label={name}
          autoFocus={props.autoFocus}
          onChange={(value) => onChange({ ...condition, value })}
          onDone={props.onDone}
        />
      </span>
      <IconButton
        size="sm"
        icon={IconX}
        label={t('design.remove', { name })}
        className={classes.remove}
        onClick={props.onRemove}
      />
    </div>
  )
}
