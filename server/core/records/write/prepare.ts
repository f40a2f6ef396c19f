import type { Context } from '#server/core/context.ts'
import { quoted } from '#server/core/expression/scope.ts'
import { prepareSearchText, searchText } from '#server/core/search/search-text.ts'
import { AppError, type Issue, invalidInput } from '#shared/errors.ts'
import type { Catalogue, CatalogueObject } from '#shared/metadata/catalogue.ts'
import { applyDefaults, readRow } from './input.ts'
import type { WritePlan } from './plan.ts'
import type { WriteRow, WriteStep } from './step.ts'

/** Records of one request at the most. */
const mostRecords = 10_000

/** @throws AppError `batch_too_large`, `batch_empty` */
export function checkCount(rows: readonly unknown[]): void {
  if (rows.length > mostRecords)
    throw new AppError('batch_too_large', { most: mostRecords, count: rows.length })
  if (rows.length === 0) throw new AppError('batch_empty')
}

export interface Prepared extends WriteRow {
  before: Readonly<Record<string, unknown>> | null
  readonly path: string
}

interface Options {
  readonly create: boolean
  /** Whether the request is a list, whose issues name the row: `/3/name`. */
  readonly list: boolean
  readonly backdated?: boolean
  /** The object as who writes may know it. */
  readonly seen: CatalogueObject
}

/**
 * Input → rows: every value checked, defaults given, doubles within the request found.
 * @throws AppError with an issue for each bad input
 */
export function readRows(
  cx: Context,
  catalogue: Catalogue,
  plan: WritePlan,
  inputs: readonly unknown[],
  options: Options,
): Prepared[] {
  const issues: Issue[] = []
  const rows = inputs.map((input, index) => {
    const path = options.list ? `/${index}` : ''
    const row = readRow(input, plan, cx, {
      create: options.create,
      path,
      backdated: options.backdated === true,
      seen: options.seen,
      issues,
    })
    if (options.create) applyDefaults(row, plan, cx, catalogue)
    return { ...row, before: null, path }
  })
  if (options.list) issues.push(...doubles(rows, plan, cx))
  if (issues.length > 0) throw invalidInput(issues)
  return rows
}

/** Two rows of one request with one id or one value of a unique field. */
function doubles(rows: readonly Prepared[], plan: WritePlan, cx: Context): Issue[] {
  const found: Issue[] = []
  const look = (wire: string, label: string, keyOf: (row: Prepared) => unknown): void => {
    const first = new Map<unknown, number>()
    for (const [index, row] of rows.entries()) {
      const value = keyOf(row)
      if (value === null || value === undefined) continue
      const earlier = first.get(value)
      if (earlier === undefined) first.set(value, index)
      else {
        const parameters = { first: earlier + 1, second: index + 1, label }
        found.push({ path: `${row.path}/${wire}`, code: 'duplicate_in_batch', parameters })
      }
    }
  }
  look('id', 'id', ({ id }) => id)
  for (const field of plan.uniqueFields)
    look(field.wire, field.label[cx.language], ({ columns }) => columns[field.column])
  return found
}

/** Columns that follow from the row's own: phone numbers in E.164, what search finds it by. */
export async function deriveColumns(cx: Context, plan: WritePlan, rows: readonly WriteRow[]): Promise<void> {
  const { country } = cx.workspace.settings()
  for (const { field, column, compute } of plan.derived) {
    for (const { columns } of rows) {
      const value = columns[field.column]
      if (value !== undefined) columns[column] = value === null ? null : compute(value, field, { country })
    }
  }
  const title = plan.object.titleField.column
  const titled = rows.filter(({ columns }) => columns[title] !== undefined)
  const textOf = ({ columns }: WriteRow): string | null => {
    const value = columns[title]
    return value === null ? null : String(value)
  }
  await prepareSearchText(titled.map(textOf))
  for (const row of titled) row.columns._search = searchText(textOf(row))
}

/** The steps that these rows call for. */
export function stepsFor(
  cx: Context,
  plan: WritePlan,
  rows: readonly WriteRow[],
  create: boolean,
): WriteStep[] {
  return cx.steps.filter(
    (step) =>
      step.object === plan.object.key &&
      (create ||
        rows.some(({ columns, links }) =>
          [...Object.keys(columns), ...links.keys()].some((name) => step.watches.has(name)),
        )),
  )
}

/** SQL of a table of the workspace. */
export const tableOf = (cx: Context, plan: WritePlan): string =>
  `${cx.workspace.schema}.${quoted(plan.object.table)}`
