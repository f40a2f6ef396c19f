import { IconX } from '@tabler/icons-react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { Select } from '#web/design/select.tsx'
import { fieldViews } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import {
  type Condition,
  filterFields,
  operatorsOf,
  takesList,
  takesNoValue,
  withOperator,
} from './condition.ts'
import classes from './filter.module.css'

interface ConditionRowProps {
  readonly condition: Condition
  readonly object: CatalogueObject
  readonly first: boolean
  readonly autoFocus: boolean
  readonly onChange: (condition: Condition) => void
  readonly onRemove: () => void
  readonly onDone: () => void
}

/** One condition to fill in: field, operator, value by the field's type. */
export function ConditionRow(props: ConditionRowProps) {
  const { condition, object, onChange } = props
  const { t, label } = useMessages()
  const field = object.fieldByName.get(condition.field)
  if (field === undefined) return null
  const { FilterInput } = fieldViews[field.type]
  return (
    <div className={classes.row} data-part>
      <span className={classes.joint}>{props.first ? t('records.where') : t('records.and')}</span>
      <Select
        aria-label={t('records.field')}
        searchable
        choices={filterFields(object).map((one) => ({ value: one.name, label: label(one.label) }))}
        value={condition.field}
        onChange={(name) => {
          const next = object.fieldByName.get(name)
          const operator = next && operatorsOf(next)[0]
          if (operator !== undefined) onChange({ field: name, operator, value: null })
        }}
      />
      <Select
        aria-label={t('records.operator')}
        choices={operatorsOf(field).map((operator) => ({
          value: operator,
          label: t(`records.operator_${operator}`),
        }))}
        value={condition.operator}
        onChange={(operator) => onChange(withOperator(condition, operator))}
      />
      <span className={classes.value} data-value>
        {!takesNoValue(condition.operator) && (
          <FilterInput
            key={`${condition.field} ${takesList(condition.operator)}`}
            field={field}
            value={condition.value}
            many={takesList(condition.operator)}
            label={label(field.label)}
            autoFocus={props.autoFocus}
            onChange={(value) => onChange({ ...condition, value })}
            onDone={props.onDone}
          />
        )}
      </span>
      <IconButton
        size="sm"
        icon={IconX}
        label={t('design.remove', { name: label(field.label) })}
        onClick={props.onRemove}
      />
    </div>
  )
}
