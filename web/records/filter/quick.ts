import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { listedFields } from '../list/columns.ts'
import { type Condition, isComplete, type Operator, operatorsOf } from './condition.ts'
import type { FilterGroup, FilterPart } from './filter.ts'

/** How a field is asked for at once: by ticking choices, by two bounds, or by its usual condition. */
type QuickKind = 'choices' | 'range' | 'usual'

interface QuickField {
  readonly field: Field
  readonly kind: QuickKind
}

const most = 8
/** More choices than this are picked from a list. */
const mostChoices = 6
const ranged: ReadonlySet<string> = new Set(['money', 'number', 'percent'])
const usual: ReadonlySet<string> = new Set([
  'select',
  'multiSelect',
  'tags',
  'user',
  'relation',
  'date',
  'dateTime',
  'boolean',
])

/** The fields of a list that one asks for most: what has few choices first, then bounds, then the rest. */
export function quickFields(object: CatalogueObject): readonly QuickField[] {
  const owner = object.fieldByName.get('owner')
  const fields = [...listedFields(object), ...(owner === undefined ? [] : [owner])]
  const quick = [...new Set(fields)].flatMap((field): QuickField[] => {
    if (field.type === 'select' && (field.options?.length ?? 0) <= mostChoices)
      return [{ field, kind: 'choices' }]
    if (ranged.has(field.type)) return [{ field, kind: 'range' }]
    return usual.has(field.type) ? [{ field, kind: 'usual' }] : []
  })
  const order: readonly QuickKind[] = ['choices', 'range', 'usual']
  return quick.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)).slice(0, most)
}

/** Operators by which a quick field is asked for. */
export const quickOperators = ({ field, kind }: QuickField): readonly Operator[] =>
  kind === 'range' ? ['atLeast', 'atMost'] : operatorsOf(field).slice(0, 1)

/** The value of the condition on a field with this operator, where all conditions have to hold. */
export function quickValue(filter: FilterGroup, field: string, operator: Operator): unknown {
  return filter.parts.find((part) => isAbout(part, field, operator))?.value ?? null
}

const isAbout = (
  part: FilterPart,
  field: string,
  operator: Operator,
): part is { readonly kind: 'condition' } & Condition =>
  part.kind === 'condition' && part.field === field && part.operator === operator

/** The filter with that condition's value changed, the condition added, or taken away with an empty value. */
export function withQuick(
  filter: FilterGroup,
  field: string,
  operator: Operator,
  value: unknown,
): FilterGroup {
  const condition = { kind: 'condition', field, operator, value } as const
  const at = filter.parts.findIndex((part) => isAbout(part, field, operator))
  const kept = isComplete(condition) ? [condition] : []
  return {
    ...filter,
    parts: at < 0 ? [...filter.parts, ...kept] : filter.parts.toSpliced(at, 1, ...kept),
  }
}

/** The parts that no quick field shows, with their places. */
export function furtherParts(
  filter: FilterGroup,
  quick: readonly QuickField[],
): readonly { readonly part: FilterPart; readonly index: number }[] {
  const seen = new Set<string>()
  return filter.parts.flatMap((part, index) => {
    const asked =
      part.kind === 'condition' &&
      quick.some((one) => one.field.name === part.field && quickOperators(one).includes(part.operator))
    const key = part.kind === 'condition' ? `${part.field} ${part.operator}` : ''
    // A second condition of one field and operator has no place among the quick ones.
    if (asked && !seen.has(key)) {
      seen.add(key)
      return []
    }
    return [{ part, index }]
  })
}
