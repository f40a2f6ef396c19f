import type { Context } from '#server/core/context.ts'
import type { Locale } from '#shared/fields/field-type.ts'
import { fold } from '#shared/imports/fold.ts'
import type { CompiledColumn, CompiledMapping } from '../mapping/compile.ts'
import type { SourceRow } from '../reading/index.ts'
import { type ImportDoors, quote, readAll, type WireRecord } from './doors.ts'
import { findExisting, keyOf } from './match-existing.ts'
import { namesIn, type ReadRow, readRow } from './read-row.ts'
import { rowId } from './row-id.ts'
import type { KeptIssue, KeptRow } from './row-issue.ts'
import type { Targets } from './targets.ts'
import type { UniqueTrial } from './unique-trial.ts'
import { writeRows } from './write-rows.ts'

/** What all chunks of an import share. */
export interface ChunkScope {
  readonly importId: string
  readonly cx: Context
  readonly doors: ImportDoors
  readonly mapping: CompiledMapping
  readonly targets: Targets
  readonly locale: Locale
  /** Of a dry run: what it would have written so far. */
  readonly trial: UniqueTrial | undefined
  /** Folded titles in the file itself, by self-relation: a parent may stand further down. */
  readonly titles: ReadonlySet<string>
}

interface ChunkResult {
  readonly created: number
  readonly updated: number
  readonly rejected: readonly KeptRow[]
  readonly read: readonly ReadRow[]
}

interface Planned {
  readonly read: ReadRow
  readonly id: string
  readonly isNew: boolean
}

/**
 * Reads and writes some rows; those that cannot be stored come back with their reasons.
 * @param repeated whether these rows may have been written before a crash
 */
export async function processRows(
  scope: ChunkScope,
  rows: readonly SourceRow[],
  repeated: boolean,
): Promise<ChunkResult> {
  const read = await readRows(scope, rows)
  const good = read.filter(({ issues }) => issues.length === 0)
  const rejected: KeptRow[] = read.filter(({ issues }) => issues.length > 0).map(asRejected)
  const done = repeated ? await writtenBefore(scope, good) : new Set<string>()
  let created = done.size
  let updated = 0
  for (const wave of wavesOf(scope.mapping, good)) {
    const { planned, ambiguous } = await plan(scope, wave)
    rejected.push(...ambiguous)
    const left = planned.filter(({ id }) => !done.has(id))
    for (const isNew of [true, false]) {
      const items = left.filter((item) => item.isNew === isNew)
      const refused = await write(scope, items, isNew)
      rejected.push(...refused)
      if (isNew) created += items.length - refused.length
      else updated += items.length - refused.length
    }
  }
  return { created, updated, rejected, read }
}

const asRejected = ({ row, issues }: ReadRow): KeptRow => ({ row, stored: false, issues })

export async function readRows(scope: ChunkScope, rows: readonly SourceRow[]): Promise<ReadRow[]> {
  const { mapping, targets, locale } = scope
  for (const column of mapping.columns) {
    if (column.target !== undefined)
      await targets.prepare(
        column,
        rows.flatMap((row) => namesIn(column, row)),
      )
  }
  const withoutCreating = mapping.selfColumns.map((column) => ({
    ...column,
    mapping: { ...column.mapping, create: false },
  }))
  for (const column of withoutCreating)
    await targets.prepare(
      column,
      rows.flatMap((row) => namesIn(column, row)),
    )
  return rows.map((row) => {
    const read = readRow(mapping, row, locale, (column, text) => targets.find(column, text))
    const further = [...requiredIssues(scope, read), ...parentIssues(scope, row)]
    return further.length === 0 ? read : { ...read, issues: [...read.issues, ...further] }
  })
}

/** A new record needs its required fields; one that may exist already is judged when it was looked for. */
function requiredIssues({ mapping, locale }: ChunkScope, { values, issues }: ReadRow): KeptIssue[] {
  if (mapping.match.length > 0) return []
  const refused = new Set(issues.map(({ field }) => field))
  return mapping.object.fields
    .filter(
      (field) =>
        field.required === true &&
        field.default === undefined &&
        field.writable &&
        values[field.wire] === undefined &&
        !refused.has(field.name),
    )
    .map((field) => ({
      column: mapping.columns.find((column) => column.field === field)?.mapping.column ?? null,
      field: field.name,
      code: 'required',
      parameters: { label: field.label[locale.language] },
    }))
}

function parentIssues({ mapping, targets, titles, locale }: ChunkScope, row: SourceRow): KeptIssue[] {
  return mapping.selfColumns.flatMap((column) =>
    namesIn(column, row).flatMap((text) => {
      const found = targets.find(column, text)
      if (found.kind === 'one' || column.mapping.create === true) return []
      if (found.kind === 'several')
        return [refusal(column, 'several_records', { count: found.count, value: text })]
      if (titles.has(fold(text))) return []
      const object = column.target?.object.label[locale.language] ?? ''
      return [refusal(column, 'no_such_record', { object, value: text, suggestion: found.suggestion })]
    }),
  )
}

export const refusal = (
  column: CompiledColumn,
  code: string,
  parameters: KeptIssue['parameters'],
): KeptIssue => ({ column: column.mapping.column, field: column.field.name, code, parameters })

/** Rows with the same key one after the other: the second updates what the first created. */
function wavesOf({ match }: CompiledMapping, rows: readonly ReadRow[]): ReadRow[][] {
  if (match.length === 0) return [[...rows]]
  const waves: ReadRow[][] = []
  const times = new Map<string, number>()
  for (const row of rows) {
    const key = keyOf(match, row.values) ?? `row ${row.row.number}`
    const time = times.get(key) ?? 0
    times.set(key, time + 1)
    const wave = waves[time]
    if (wave === undefined) waves[time] = [row]
    else wave.push(row)
  }
  return waves
}

export async function plan(
  { cx, doors, mapping, importId, trial }: ChunkScope,
  rows: readonly ReadRow[],
): Promise<{ planned: Planned[]; ambiguous: KeptRow[] }> {
  const existing = await findExisting(doors, cx, mapping, rows)
  const planned: Planned[] = []
  const ambiguous: KeptRow[] = []
  for (const read of rows) {
    const key = keyOf(mapping.match, read.values)
    const found = (key === undefined ? undefined : existing.get(key)) ?? []
    const first = found[0] ?? trial?.madeBefore(read)
    if (found.length > 1) {
      const value = mapping.match.map(({ wire }) => String(read.values[wire] ?? '')).join(' · ')
      const issue = {
        column: null,
        field: null,
        code: 'several_records',
        parameters: { count: found.length, value },
      }
      ambiguous.push({ row: read.row, stored: false, issues: [issue] })
    } else if (first === undefined) planned.push({ read, id: rowId(importId, read.row.number), isNew: true })
    else planned.push({ read, id: first, isNew: false })
  }
  return { planned, ambiguous }
}

async function write(scope: ChunkScope, items: readonly Planned[], isNew: boolean): Promise<KeptRow[]> {
  const { cx, doors, mapping, trial } = scope
  if (items.length === 0) return []
  if (trial !== undefined) return trial.take(doors, cx, items)
  const object = mapping.object.name
  const refused = await writeRows(
    items,
    ({ id, read }): WireRecord => ({ id, ...read.values }),
    (records) =>
      isNew ? doors.createRecords(cx, object, records) : doors.updateRecords(cx, object, records),
    mapping,
    ({ read }) => read.row.line,
  )
  return refused.map(({ item, issues }) => ({ row: item.read.row, stored: false, issues }))
}

/** Ids of rows that were committed before their progress was. */
async function writtenBefore(scope: ChunkScope, rows: readonly ReadRow[]): Promise<Set<string>> {
  const { cx, doors, mapping, importId } = scope
  const ids = rows.map(({ row }) => rowId(importId, row.number))
  const found = new Set<string>()
  for (let at = 0; at < ids.length; at += 200) {
    const filter = `id in (${ids
      .slice(at, at + 200)
      .map(quote)
      .join(', ')})`
    const fields = [mapping.object.title]
    for await (const record of readAll(doors, cx, mapping.object.name, { filter, fields }))
      found.add(String(record.id))
  }
  return found
}
