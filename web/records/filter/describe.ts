import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useCatalogue } from '#web/data/index.ts'
import { useFormat, useNames } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { type Condition, takesNoValue } from './condition.ts'
import { filterField } from './filter-field.ts'
import { operatorKey } from './operator-words.ts'
import { usePeriodWords } from './use-period-words.ts'

const shownValues = 2
const printed: ReadonlySet<string> = new Set(['number', 'money', 'percent', 'date', 'dateTime'])

/** What a condition says, in three words: field, operator, value. Relations are named; long lists end in how many. */
export function useDescription(condition: Condition, object: CatalogueObject) {
  const { t, label } = useMessages()
  const format = useFormat()
  const catalogue = useCatalogue()
  const periodWords = usePeriodWords()
  const found = filterField(condition.field, object, catalogue)
  const field = found?.field
  const values: readonly unknown[] = Array.isArray(condition.value)
    ? condition.value
    : condition.value === null
      ? []
      : [condition.value]
  const to = condition.operator === 'within' ? undefined : field?.type === 'user' ? 'user' : field?.to
  const names = useNames(to ?? '', to === undefined ? [] : values.slice(0, shownValues).map(String))
  const words = values
    .slice(0, shownValues)
    .map((value, index) => (to === undefined ? textOf(value) : (names[index]?.label ?? '')))
  const joined = words.join(t('records.listSeparator'))
  return {
    type: field?.type,
    field: found?.steps.map((step) => label(step.label)).join(' · ') ?? condition.field,
    operator: t(operatorKey(condition.operator, field, values.length)),
    value: takesNoValue(condition.operator)
      ? ''
      : values.length > shownValues
        ? t('records.andMore', { values: joined, count: values.length })
        : joined,
  }

  function textOf(value: unknown): string {
    if (condition.operator === 'within') return periodWords(value)
    if (condition.operator === 'olderThan') return t('views.daysAgo', { count: Number(value) })
    if (field === undefined) return String(value)
    const option = field.options?.find((candidate) => candidate.value === value)
    if (option !== undefined) return label(option.label)
    if (!printed.has(field.type)) return String(value)
    return format(field.type === 'dateTime' ? { ...field, type: 'date' } : field, value).replace(/\.00$/, '')
  }
}
