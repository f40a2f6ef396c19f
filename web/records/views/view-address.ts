import {
  type TotalFunction,
  totalFunctions,
  type ViewDefinition,
  type ViewKind,
  viewKinds,
} from '#shared/metadata/view.ts'
import { type ViewParameter, viewParameters } from '#web/data/view-parameters.ts'

/** The search part of an address: texts by parameter. */
export type ViewAddress = { readonly [Name in ViewParameter]?: string | undefined }

/** Says that something of the view does not hold here: no filter where the view has one. */
const nothing = '-'

const definitionParameters = viewParameters.filter(
  (name) => name !== 'view' && name !== 'kind' && name !== 'search',
)
type DefinitionParameter = Exclude<ViewParameter, 'view' | 'kind' | 'search'>
type DefinitionTexts = { readonly [Name in DefinitionParameter]?: string | undefined }

const list = (values: readonly string[] | undefined): string | undefined =>
  values === undefined || values.length === 0 ? undefined : values.map(encodeURIComponent).join(',')

const some = (text: string | undefined): string | undefined => (text === '' ? undefined : text)

/** A definition as texts, one for each parameter that it needs. */
export function printDefinition(definition: ViewDefinition): DefinitionTexts {
  const { board, calendar, columns, totals } = definition
  return {
    filter: some(definition.filter?.trim()),
    sort: some(definition.sort),
    columns: some(
      columns?.map(({ field, width }) => (width === undefined ? field : `${field}:${width}`)).join(','),
    ),
    frozen: definition.frozen === undefined ? undefined : String(definition.frozen),
    group: some(definition.groupBy),
    totals:
      totals &&
      some(
        Object.entries(totals)
          .map((pair) => pair.join(':'))
          .join(','),
      ),
    by: board?.by,
    sum: board?.sum,
    card: list(board?.card),
    folded: list(board?.folded),
    start: calendar?.start,
    end: calendar?.end,
    span: calendar?.span,
  }
}

/** The definition that texts stand for. What an address says and no definition can be is left out. */
export function readDefinition(texts: DefinitionTexts): ViewDefinition {
  const { filter, sort, group, by, start, sum, end, span } = texts
  const columns = readColumns(texts.columns)
  const frozen = readWhole(texts.frozen)
  const totals = readTotals(texts.totals)
  const card = readList(texts.card)
  const folded = readList(texts.folded)
  return {
    ...(filter !== undefined && { filter }),
    ...(sort !== undefined && { sort }),
    ...(columns.length > 0 && { columns }),
    ...(frozen !== undefined && { frozen }),
    ...(group !== undefined && { groupBy: group }),
    ...(totals !== undefined && { totals }),
    ...(by !== undefined && {
      board: {
        by,
        ...(sum !== undefined && { sum }),
        ...(card.length > 0 && { card }),
        ...(folded.length > 0 && { folded }),
      },
    }),
    ...(start !== undefined && {
      calendar: {
        start,
        ...(end !== undefined && { end }),
        ...((span === 'month' || span === 'week') && { span }),
      },
    }),
  }
}

const parts = (text: string | undefined): readonly string[] =>
  (text ?? '').split(',').filter((part) => part !== '')

const readWhole = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : undefined

function readColumns(text: string | undefined) {
  return parts(text).flatMap((part) => {
    const [field = '', width] = part.split(':')
    const pixels = readWhole(width)
    if (field === '') return []
    return pixels === undefined ? [{ field }] : [{ field, width: pixels }]
  })
}

function readTotals(text: string | undefined): Record<string, TotalFunction> | undefined {
  const pairs = parts(text).flatMap((part) => {
    const [field = '', name] = part.split(':')
    const found = totalFunctions.find((one) => one === name)
    return found === undefined ? [] : [[field, found] as const]
  })
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs)
}

function readList(text: string | undefined): readonly string[] {
  return parts(text).flatMap((part) => {
    try {
      return [decodeURIComponent(part)]
    } catch {
      // A percent sign that somebody typed.
      return [part]
    }
  })
}

/** What a view says, overlaid with what the address says. */
export function overlay(base: ViewDefinition, address: ViewAddress): ViewDefinition {
  const texts: { [Name in DefinitionParameter]?: string | undefined } = { ...printDefinition(base) }
  for (const name of definitionParameters) {
    const said = address[name]
    if (said !== undefined) texts[name] = said === nothing ? undefined : said
  }
  return readDefinition(texts)
}

/** Only what differs from the view stands in an address; what the view has and this definition lacks as `-`. */
export function difference(base: ViewDefinition, definition: ViewDefinition): ViewAddress {
  const [from, to] = [printDefinition(base), printDefinition(definition)]
  const differing: { [Name in ViewParameter]?: string | undefined } = {}
  for (const name of definitionParameters) {
    if (from[name] !== to[name]) differing[name] = to[name] ?? nothing
  }
  return differing
}

export const readKind = (text: string | undefined): ViewKind | undefined =>
  viewKinds.find((kind) => kind === text)
