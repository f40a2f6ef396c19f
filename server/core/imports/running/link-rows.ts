import type { SourceRow } from '../reading/index.ts'
import { type ChunkScope, plan, readRows, refusal } from './chunk.ts'
import { type FuzzyUse, namesIn } from './read-row.ts'
import type { KeptIssue, KeptRow } from './row-issue.ts'
import { writeRows } from './write-rows.ts'

/**
 * Second pass over rows whose records are written: sets relations to records of the same object, all of which are there
 * by now. A row whose target was refused keeps its record and is reported as stored.
 */
export async function linkRows(
  scope: ChunkScope,
  rows: readonly SourceRow[],
): Promise<{ rejected: KeptRow[]; fuzzy: FuzzyUse[] }> {
  const { cx, doors, mapping, targets } = scope
  const rejected: KeptRow[] = []
  const fuzzy: FuzzyUse[] = []
  const related = rows.filter((row) => mapping.selfColumns.some((column) => namesIn(column, row).length > 0))
  if (related.length === 0) return { rejected, fuzzy }
  for (const column of mapping.selfColumns)
    await targets.prepare(
      column,
      related.flatMap((row) => namesIn(column, row)),
    )
  const { planned } = await plan(scope, await readRows(scope, related))
  const items: { id: string; row: SourceRow; values: Record<string, unknown> }[] = []
  for (const { id, read } of planned) {
    const values: Record<string, unknown> = {}
    const issues: KeptIssue[] = []
    for (const column of mapping.selfColumns) {
      for (const text of namesIn(column, read.row)) {
        const found = targets.find(column, text)
        if (found.kind === 'one') {
          values[column.field.wire] = found.id
          if (found.fuzzy !== undefined)
            fuzzy.push({ column: column.mapping.column, text, matched: found.fuzzy })
        } else {
          const object = mapping.object.label[scope.locale.language]
          const detail =
            found.kind === 'several' ? { count: found.count } : { object, suggestion: found.suggestion }
          issues.push(
            refusal(column, found.kind === 'several' ? 'several_records' : 'no_such_record', {
              value: text,
              ...detail,
            }),
          )
        }
      }
    }
    if (issues.length > 0) rejected.push({ row: read.row, stored: true, issues })
    if (Object.keys(values).length > 0) items.push({ id, row: read.row, values })
  }
  const refused = await writeRows(
    items,
    ({ id, values }) => ({ id, ...values }),
    (records) => doors.updateRecords(cx, mapping.object.name, records),
    mapping,
    ({ row }) => row.line,
  )
  rejected.push(...refused.map(({ item, issues }) => ({ row: item.row, stored: true, issues })))
  return { rejected, fuzzy }
}
