import { aList, aNumber, aText, type Check, checkMembers, isRecord, oneOf, type Report } from './report.ts'
import {
  type BoardDefinition,
  type CalendarDefinition,
  type TotalFunction,
  totalFunctions,
  type ViewColumn,
  type ViewDefinition,
} from './view.ts'

/** Most of what a view may hold; `bytes` are UTF-8 of the definition as JSON. */
const viewLimits = {
  bytes: 100_000,
  columns: 200,
  filter: 20_000,
  sort: 20,
  card: 30,
  folded: 1_000,
  frozen: 20,
} as const

/** A name of a field, or a path over relations. */
const aPath = aText(500)

const aColumn: Check<ViewColumn> = (value, path, report) => {
  const { field, width } = checkMembers<ViewColumn>(
    value,
    path,
    { field: aPath, width: aNumber(24, 4_000) },
    report,
  )
  requireMember(value, 'field', path, report)
  return field === undefined ? undefined : { field, ...(width !== undefined && { width }) }
}

const totals: Check<Record<string, TotalFunction>> = (value, path, report) => {
  if (!isRecord(value)) {
    report(path, 'wrong_type', { expected: 'object' })
    return undefined
  }
  const entries = Object.entries(value)
  if (entries.length > viewLimits.columns) {
    report(path, 'too_many_values', { most: viewLimits.columns })
    return undefined
  }
  const check = oneOf(totalFunctions)
  return Object.fromEntries(
    entries.flatMap(([field, fn]) => {
      const checked = check(fn, `${path}/${field}`, report)
      return checked === undefined ? [] : [[field, checked]]
    }),
  )
}

const board: Check<BoardDefinition> = (value, path, report) => {
  const { by, ...given } = checkMembers<BoardDefinition>(
    value,
    path,
    {
      by: aPath,
      sum: aPath,
      card: aList(aPath, viewLimits.card),
      folded: aList(aText(500), viewLimits.folded),
    },
    report,
  )
  requireMember(value, 'by', path, report)
  return by === undefined ? undefined : { by, ...given }
}

const calendar: Check<CalendarDefinition> = (value, path, report) => {
  const { start, ...given } = checkMembers<CalendarDefinition>(
    value,
    path,
    { start: aPath, end: aPath, span: oneOf(['month', 'week']) },
    report,
  )
  requireMember(value, 'start', path, report)
  return start === undefined ? undefined : { start, ...given }
}

const members: { readonly [Name in keyof ViewDefinition]-?: Check<NonNullable<ViewDefinition[Name]>> } = {
  filter: blankable(aText(viewLimits.filter)),
  sort: blankable(aText(viewLimits.sort * 500)),
  columns: aList(aColumn, viewLimits.columns),
  frozen: aNumber(0, viewLimits.frozen, 'whole'),
  groupBy: aPath,
  totals,
  board,
  calendar,
}

/** A blank text is none, as an emptied input sends it. */
function blankable(check: Check<string>): Check<string> {
  return (value, path, report) =>
    typeof value === 'string' && value.trim() === '' ? undefined : check(value, path, report)
}

function requireMember(value: unknown, name: string, path: string, report: Report): void {
  if (isRecord(value) && (value[name] ?? undefined) === undefined)
    report(`${path}/${name}`, 'required', { label: name })
}

/**
 * The shape of a definition: members, types and bounds. Whether its fields are there and its filter reads is for who knows
 * the object.
 */
export const aViewDefinition: Check<ViewDefinition> = (value, path, report) => {
  const bytes = new TextEncoder().encode(JSON.stringify(value) ?? '').length
  if (bytes > viewLimits.bytes) {
    report(path, 'view_too_large', { most: viewLimits.bytes })
    return undefined
  }
  return checkMembers<ViewDefinition>(value, path, members, report)
}
