import { AppError } from '#shared/errors.ts'
import { titleOf } from '#shared/expression/resolve.ts'
import type { FieldNode, Type } from '#shared/expression/typed.ts'
import type { FieldTypeName } from '#shared/fields/field-type.ts'
import type { Catalogue } from '#shared/metadata/catalogue.ts'
import type { Use } from './definition.ts'

/** What a use can take, by the type that the path has in an expression; a relation counts as its title where it has one. */
const valueTypes: ReadonlySet<Type> = new Set(['text', 'number', 'boolean', 'date', 'dateTime', 'id'])

const refuse = (code: 'not_sortable' | 'not_groupable') => (name: string) => new AppError(code, { name })
const unfit = (types: readonly FieldTypeName[]) => (name: string) =>
  new AppError('view_field_unfit', { name, types: types.join(', ') })
const unmeasurable = (fn: string) => (field: string) => new AppError('invalid_measure', { field, fn })

interface Rule {
  readonly takes: (node: FieldNode, valueType: Type) => boolean
  readonly refusal: (name: string) => AppError
}

const boardTypes: readonly FieldTypeName[] = ['select', 'relation', 'user']
const dayTypes: readonly FieldTypeName[] = ['date', 'dateTime']
const amountTypes: readonly FieldTypeName[] = ['money', 'number', 'percent', 'rating']
const anything: Rule = { takes: () => true, refusal: (name) => new AppError('not_found', { what: name }) }
const numbers = (fn: string): Rule => ({
  takes: (_, type) => type === 'number',
  refusal: unmeasurable(fn),
})
const ordered = (fn: string): Rule => ({
  takes: (_, type) => type === 'number' || type === 'date' || type === 'dateTime',
  refusal: unmeasurable(fn),
})
/** A field of the record's own: what is dragged there has to be written. */
const own = (types: readonly FieldTypeName[]): Rule => ({
  takes: ({ steps, type }) =>
    steps.length === 1 && type !== 'id' && types.includes(steps[0]?.field.type ?? 'json'),
  refusal: unfit(types),
})

const rules = {
  column: anything,
  sort: { takes: (_, type) => valueTypes.has(type), refusal: refuse('not_sortable') },
  group: { takes: (_, type) => valueTypes.has(type), refusal: refuse('not_groupable') },
  board: own(boardTypes),
  day: own(dayTypes),
  amount: { takes: (_, type) => type === 'number', refusal: unfit(amountTypes) },
  count: anything,
  filled: anything,
  empty: anything,
  distinct: { takes: (_, type) => valueTypes.has(type), refusal: unmeasurable('distinct') },
  sum: numbers('sum'),
  avg: numbers('avg'),
  min: ordered('min'),
  max: ordered('max'),
} satisfies Record<Use, Rule>

/** @throws AppError `not_sortable`, `not_groupable`, `invalid_measure`, `view_field_unfit` where a field cannot be used so */
export function checkUse(node: FieldNode, use: Use, name: string, catalogue: Catalogue): void {
  const { takes, refusal }: Rule = rules[use]
  if (!takes(node, (titleOf(node, catalogue) ?? node).type)) throw refusal(name)
}
