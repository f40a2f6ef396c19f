import { AppError, type Issue } from '#shared/errors.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { CompiledMapping } from '../mapping/compile.ts'
import type { WireRecord } from './doors.ts'
import type { KeptIssue } from './row-issue.ts'

/** Refusals that no other choice of rows would change. */
const fatalStatuses: ReadonlySet<number> = new Set([401, 403, 404, 429])

/** Tries with bad rows taken out before the rows are halved: a door may name only one bad row at a time. */
const mostRetries = 8

interface Refused<T> {
  readonly item: T
  readonly issues: readonly KeptIssue[]
}

/**
 * Writes as many of the items as the door takes: rows that it names are taken out and the rest is tried again.
 * @param write one transaction, all or nothing
 * @returns the refused items with their reasons
 * @throws whatever is no fault of a row: a lost database, a full disk, a missing permission
 */
export async function writeRows<T>(
  items: readonly T[],
  record: (item: T) => WireRecord,
  write: (records: readonly WireRecord[]) => Promise<unknown>,
  mapping: Pick<CompiledMapping, 'columns' | 'selfColumns' | 'object'>,
  line: (item: T) => number,
): Promise<Refused<T>[]> {
  const refused: Refused<T>[] = []
  let left = items
  for (let attempt = 0; left.length > 0; attempt++) {
    // Doors count the rows of one request; people count the lines of their file.
    const batch = left
    const lineOf = (row: unknown) => {
      const item = batch[Number(row) - 1]
      return item === undefined ? 0 : line(item)
    }
    const byLine = (issue: Issue): Issue =>
      issue.code === 'duplicate_in_batch'
        ? {
            ...issue,
            parameters: {
              ...issue.parameters,
              first: lineOf(issue.parameters?.first),
              second: lineOf(issue.parameters?.second),
            },
          }
        : issue
    try {
      await write(left.map(record))
      return refused
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500 || fatalStatuses.has(error.status)) throw error
      const byRow = Map.groupBy(error.issues, ({ path }) => rowIn(path))
      const bad = left.flatMap((item, index) => {
        const issues = byRow.get(index)
        return issues === undefined
          ? []
          : [{ item, issues: issues.map((each) => keep(byLine(each), mapping)) }]
      })
      if (bad.length === 0 && left.length === 1)
        return [
          ...refused,
          {
            item: left[0]!,
            issues: [{ column: null, field: null, code: error.code, parameters: error.parameters }],
          },
        ]
      if (bad.length === 0 || attempt >= mostRetries) {
        const middle = Math.ceil(left.length / 2)
        if (left.length > 1) {
          const halves = [left.slice(0, middle), left.slice(middle)]
          for (const half of halves) refused.push(...(await writeRows(half, record, write, mapping, line)))
          return refused
        }
      }
      refused.push(...bad)
      const badItems = new Set(bad.map(({ item }) => item))
      left = left.filter((item) => !badItems.has(item))
    }
  }
  return refused
}

function rowIn(path: string): number | undefined {
  const index = /^\/(\d+)(\/|$)/.exec(path)?.[1]
  return index === undefined ? undefined : Number(index)
}

function keep(
  issue: Issue,
  { columns, selfColumns, object }: Pick<CompiledMapping, 'columns' | 'selfColumns' | 'object'>,
): KeptIssue {
  const member = issue.path.split('/')[2]
  const field = fieldOf(object, member)
  const column = [...columns, ...selfColumns].find((each) => each.field.name === field)
  return {
    column: column?.mapping.column ?? null,
    field: field ?? null,
    code: issue.code,
    parameters: issue.parameters ?? {},
  }
}

const fieldOf = (object: CatalogueObject, member: string | undefined) =>
  member === undefined ? undefined : (object.fieldByWire.get(member)?.name ?? member)
