import { print } from '#shared/expression/print.ts'
import type { Catalogue, CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import type { ListQuery } from '#web/data/index.ts'
import { toSyntax } from '../filter/to-syntax.ts'
import { includesOf } from '../list/columns.ts'
import type { BoardColumn } from './board-column.ts'
import { type CardLayout, cardFields } from './card-layout.ts'
import type { ColumnParent } from './column-source.ts'
import { demandable } from './demands.ts'

/** Cards of a column that are asked for at a time. */
const pageSize = 100

/** What of a board all its requests share. */
export interface BoardQuery {
  readonly catalogue: Catalogue
  readonly object: CatalogueObject
  readonly field: Field
  readonly filter: string
  readonly search: string
  /** `rank` where people order the cards themselves. */
  readonly sort: string
  readonly layout: CardLayout
  /** To which pipeline cards without a stage have to belong, where the columns are those of one. */
  readonly parent: { readonly of: ColumnParent; readonly id: string } | undefined
}

export function columnQuery(query: BoardQuery, column: BoardColumn): ListQuery {
  const { object, field, filter, search, sort, layout, parent } = query
  const condition = conditionOn(query)
  const fields = new Set(
    [object.titleField, field, ...cardFields(layout), ...demandable(object)].map(({ wire }) => wire),
  )
  const conditions = [filter, condition(field, column.value)]
  if (column.value === null && parent !== undefined) {
    const { own } = parent.of
    conditions.push(`${condition(own, parent.id)} or ${condition(own, null)}`)
  }
  return {
    filter: conjunction(conditions),
    sort,
    search: search === '' ? undefined : search,
    fields: [
      ...fields,
      'rank',
      'version',
      ...(object.hasMoney ? ['currency'] : []),
      ...(parent === undefined ? [] : [parent.of.own.wire]),
    ],
    include: includesOf(cardFields(layout).filter((one) => one.type === 'relation' || one.type === 'user')),
    limit: pageSize,
  }
}

const conjunction = (conditions: readonly string[]): string =>
  conditions
    .filter((text) => text.trim() !== '')
    .map((text) => `(${text})`)
    .join(' and ')

const conditionOn =
  ({ object, catalogue }: BoardQuery) =>
  (field: Field, value: string | null): string => {
    const condition =
      value === null
        ? ({ field: field.name, operator: 'blank', value: null } as const)
        : ({ field: field.name, operator: 'anyOf', value: [value] } as const)
    const syntax = toSyntax(condition, object, catalogue)
    return syntax === undefined ? '' : print(syntax)
  }

/** Count, sum and weighted sum of all columns in one request. */
export function totalsQuery(
  query: Pick<BoardQuery, 'field' | 'filter' | 'search' | 'parent'>,
  sum: Field | undefined,
  weight: Field | undefined,
) {
  const { field, filter, search, parent } = query
  const weighted = sum && weight && `${sum.name} * ${weight.name} / 100`
  return {
    ...(filter !== '' && { filter }),
    ...(search !== '' && { search }),
    groupBy: [field.wire, ...(parent === undefined ? [] : [parent.of.own.wire])],
    measures: [
      { fn: 'count' },
      ...(sum === undefined ? [] : [{ fn: 'sum', field: sum.name }]),
      ...(weighted === undefined ? [] : [{ fn: 'sum', field: weighted }]),
    ],
    sort: '-count',
    limit: 2_000,
  }
}
