import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useFormat, useNames } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { type Condition, takesNoValue } from './condition.ts'

const shownValues = 2

/** What a condition says, in three words: field, operator, value. Relations are named; long lists end in how many. */
export function useDescription(condition: Condition, object: CatalogueObject) {
  const { t, label } = useMessages()
  const format = useFormat()
  const field = object.fieldByName.get(condition.field)
  const values: readonly unknown[] = Array.isArray(condition.value)
    ? condition.value
    : condition.value === null
      ? []
      : [condition.value]
  const to = field?.type === 'user' ? 'user' : field?.to
  const names = useNames(to ?? '', to === undefined ? [] : values.slice(0, shownValues).map(String))
  const words = values
    .slice(0, shownValues)
    .map((value, index) =>
      to !== undefined ? names[index]?.label : field === undefined ? String(value) : textOf(value),
    )
  const rest = values.length - shownValues
  const joined = words.join(t('records.listSeparator'))
  return {
    field: label(field?.label) || condition.field,
    operator: t(`records.operator_${condition.operator}`),
    value: takesNoValue(condition.operator)
      ? ''
      : rest > 0
        ? t('records.andMore', { values: joined, count: values.length })
        : joined,
  }

  function textOf(value: unknown): string {
    if (field === undefined) return String(value)
    const option = field.options?.find((candidate) => candidate.value === value)
    if (option !== undefined) return label(option.label)
    return ['number', 'money', 'percent', 'date', 'dateTime'].includes(field.type)
      ? format(field, value).replace(/\.00$/, '')
      : String(value)
  }
}
