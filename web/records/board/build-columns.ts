import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import type { Option } from '#shared/metadata/definition.ts'
import type { RecordData } from '#web/data/index.ts'
import { endColor, stepHues } from '#web/fields/step-color.ts'
import { type BoardColumn, blankColumn, isClosed, type Outcome } from './board-column.ts'

/** The options of a select in their order. */
export function optionColumns(field: Field, nameOf: (option: Option) => string): readonly BoardColumn[] {
  return (field.options ?? []).map((option) => ({
    ...plain,
    id: option.value,
    value: option.value,
    name: nameOf(option),
    color: option.color ?? 'grey',
  }))
}

/** Records as columns, in their order; what ends a card stands last. */
export function recordColumns(
  target: CatalogueObject,
  records: readonly RecordData[],
  nameOf: (record: RecordData) => string,
): readonly BoardColumn[] {
  const columns = records.map((record, index): BoardColumn => {
    const outcome = target.fieldByName.has('outcome') ? outcomeOf(record.outcome) : undefined
    const probability = target.fieldByName.get('probability')?.type === 'percent' ? record.probability : null
    return {
      id: record.id,
      value: record.id,
      name: nameOf(record),
      color: endColor(outcome) ?? stepHues[index % stepHues.length] ?? 'grey',
      outcome,
      probability: typeof probability === 'number' ? probability : undefined,
      record,
    }
  })
  return [...columns.filter((column) => !isClosed(column)), ...columns.filter(isClosed)]
}

const outcomeOf = (value: unknown): Outcome => (value === 'won' || value === 'lost' ? value : 'open')

/** A column for the cards whose field is blank, before the others, as long as there are any. */
export function withBlank(
  columns: readonly BoardColumn[],
  blanks: number,
  name: string,
): readonly BoardColumn[] {
  return blanks === 0
    ? columns
    : [{ ...plain, id: blankColumn, value: null, name, color: 'grey' }, ...columns]
}

const plain = { outcome: undefined, probability: undefined, record: undefined } as const

/** Stands in the list of folded columns where nothing is to be folded: an empty list is no answer in an address. */
const noColumn = '*'

/** Which columns are folded: those that somebody chose, else those in which cards have come to their end. */
export function foldedColumns(
  columns: readonly BoardColumn[],
  chosen: readonly string[] | undefined,
): ReadonlySet<string> {
  if (chosen !== undefined) return new Set(chosen)
  const closed = columns.filter(isClosed)
  // A board of nothing but ends would be folded away as a whole.
  return new Set(closed.length < columns.length ? closed.map(({ id }) => id) : [])
}

/** The list of folded columns, to be kept with the view, once one more is folded or unfolded. */
export function withFolded(folded: ReadonlySet<string>, column: string, fold: boolean): readonly string[] {
  const kept = [...folded].filter((id) => id !== column && id !== noColumn)
  const next = fold ? [...kept, column] : kept
  return next.length === 0 ? [noColumn] : next
}
