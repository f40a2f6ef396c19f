import type { TotalFunction, ViewDefinition } from '#shared/metadata/view.ts'

/**
 * A view's definition with every place where it names something as a part of its own: `Name` stands for a field, `Filter` for
 * the condition. It is written with names, kept with keys.
 */
export interface Definition<Name, Filter> {
  readonly filter?: Filter
  readonly sort?: readonly { readonly by: Name; readonly descending: boolean }[]
  readonly columns?: readonly { readonly field: Name; readonly width?: number }[]
  readonly frozen?: number
  readonly groupBy?: Name
  readonly totals?: readonly { readonly of: Name; readonly fn: TotalFunction }[]
  readonly board?: {
    readonly by: Name
    readonly sum?: Name
    readonly card?: readonly Name[]
    readonly folded?: readonly string[]
  }
  readonly calendar?: { readonly start: Name; readonly end?: Name; readonly span?: 'month' | 'week' }
}

/** What a field is named for. */
export type Use = 'column' | 'sort' | 'group' | 'board' | 'amount' | 'day' | TotalFunction

/** How one reading of a definition becomes another; undefined leaves the part out. `path` is as in `ViewProblem`. */
interface Translation<From, FromFilter, To, ToFilter> {
  readonly name: (name: From, path: string, use: Use) => To | undefined
  readonly filter: (filter: FromFilter) => ToFilter | undefined
  /** What a name is called, for the place of a total. */
  readonly called: (name: From) => string
}

/** The definition with all that it names translated; a board without its field, or a calendar, is none. */
export function translate<From, FromFilter, To, ToFilter>(
  definition: Definition<From, FromFilter>,
  { name, filter, called }: Translation<From, FromFilter, To, ToFilter>,
): Definition<To, ToFilter> {
  const { frozen, board, calendar } = definition
  const maybe = <T>(given: From | undefined, path: string, use: Use, wrap: (translated: To) => T) => {
    const translated = given === undefined ? undefined : name(given, path, use)
    return translated === undefined ? undefined : wrap(translated)
  }
  const list = <Item, T>(
    items: readonly Item[] | undefined,
    each: (item: Item, at: number) => T | undefined,
  ) => items?.flatMap((item, at) => each(item, at) ?? [])
  const filtered = definition.filter === undefined ? undefined : filter(definition.filter)
  const sort = list(definition.sort, ({ by, descending }) =>
    maybe(by, 'sort', 'sort', (to) => ({ by: to, descending })),
  )
  const columns = list(definition.columns, ({ field, ...rest }, at) =>
    maybe(field, `columns/${at}/field`, 'column', (to) => ({ field: to, ...rest })),
  )
  const totals = list(definition.totals, ({ of, fn }) =>
    maybe(of, `totals/${called(of)}`, fn, (to) => ({ of: to, fn })),
  )
  const groupBy = maybe(definition.groupBy, 'groupBy', 'group', (to) => to)
  return {
    ...(filtered !== undefined && { filter: filtered }),
    ...(sort !== undefined && { sort }),
    ...(columns !== undefined && { columns }),
    ...(frozen !== undefined && { frozen }),
    ...(groupBy !== undefined && { groupBy }),
    ...(totals !== undefined && { totals }),
    ...maybe(board?.by, 'board/by', 'board', (by) => {
      const sum = maybe(board?.sum, 'board/sum', 'amount', (to) => to)
      const card = list(board?.card, (field, at) => name(field, `board/card/${at}`, 'column'))
      const folded = board?.folded
      return {
        board: {
          by,
          ...(sum !== undefined && { sum }),
          ...(card !== undefined && { card }),
          ...(folded !== undefined && { folded }),
        },
      }
    }),
    ...maybe(calendar?.start, 'calendar/start', 'day', (start) => {
      const end = maybe(calendar?.end, 'calendar/end', 'day', (to) => to)
      const span = calendar?.span
      return {
        calendar: { start, ...(end !== undefined && { end }), ...(span !== undefined && { span }) },
      }
    }),
  }
}

/** As the API takes it → its parts. */
export function partsOf({ sort, totals, ...rest }: ViewDefinition): Definition<string, string> {
  return {
    ...rest,
    ...(sort !== undefined && { sort: sortParts(sort) }),
    ...(totals !== undefined && {
      totals: Object.entries(totals).map(([of, fn]) => ({ of, fn })),
    }),
  }
}

const sortParts = (sort: string) =>
  sort
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map((item) => ({ by: item.replace(/^[-+]\s*/, ''), descending: item.startsWith('-') }))

/** Its parts → as the API gives it; a list of columns that has lost them all is none, so that the object's own show. */
export function wireOf({ sort, columns, totals, ...rest }: Definition<string, string>): ViewDefinition {
  return {
    ...rest,
    ...(columns !== undefined && columns.length > 0 && { columns }),
    ...(sort !== undefined &&
      sort.length > 0 && {
        sort: sort.map(({ by, descending }) => (descending ? `-${by}` : by)).join(','),
      }),
    ...(totals !== undefined &&
      totals.length > 0 && { totals: Object.fromEntries(totals.map(({ of, fn }) => [of, fn])) }),
  }
}
