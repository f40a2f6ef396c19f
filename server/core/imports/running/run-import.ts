import { permit, seenOf, unlimited } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import type { Workspace } from '#server/core/workspaces/workspace.ts'
import { fold } from '#shared/imports/fold.ts'
import { compileMapping } from '../mapping/compile.ts'
import type { SourceRow, SourceTable } from '../reading/index.ts'
import { type ChunkScope, processRows } from './chunk.ts'
import { withOptions } from './create-options.ts'
import type { ImportDoors } from './doors.ts'
import { FuzzyTally } from './fuzzy-tally.ts'
import { linkRows } from './link-rows.ts'
import { localeOf } from './locale.ts'
import type { ImportStore, StoredImport } from './store.ts'
import { Targets } from './targets.ts'
import { UniqueTrial } from './unique-trial.ts'

interface RunDependencies {
  readonly doors: ImportDoors
  readonly store: ImportStore
  readonly workspace: Workspace
  readonly table: SourceTable
  /** Stops the run between two chunks; what was written stays, and a later run goes on from there. */
  readonly signal: AbortSignal
  readonly now: Context['now']
  readonly steps: Context['steps']
  readonly announce: Context['announce']
  readonly accessOf: Context['accessOf']
  readonly comesIn: Context['comesIn']
}

/** Rows of one transaction. */
const chunkRows = 1000

/**
 * Runs an import from where it stands to its end.
 * @throws DOMException `AbortError` when it was stopped
 * @throws AppError when the mapping fits file or metadata no longer, or the asker may not write
 */
export async function runImport(item: StoredImport, dependencies: RunDependencies): Promise<void> {
  const { doors, store, workspace, table, signal } = dependencies
  const cx = await contextOf(item, dependencies)
  const catalogue = seenOf(cx, await workspace.refresh())
  permit(cx, 'import', catalogue.object(item.object))
  const given = item.mapping ?? { columns: [], match: [] }
  const compiled = compileMapping(catalogue, item.object, table.columns, given)
  const mapping = await withOptions(cx, doors, table, compiled, item.dry_run)
  const scope: ChunkScope = {
    importId: item.id,
    cx,
    doors,
    mapping,
    targets: new Targets(doors, cx, catalogue, item.dry_run),
    locale: localeOf(cx),
    trial: item.dry_run ? new UniqueTrial(mapping) : undefined,
    titles: await titlesIn(table, mapping.selfColumns.length > 0 ? mapping : undefined),
  }
  const tally = new FuzzyTally(item.fuzzy, new Set(item.secret_columns))
  let isRepeated = true
  if (item.phase === 0) {
    for await (const rows of chunksAfter(table, item.processed)) {
      signal.throwIfAborted()
      const result = await processRows(scope, rows, isRepeated && !item.dry_run)
      isRepeated = false
      for (const use of result.read.flatMap(({ fuzzy }) => fuzzy)) tally.add(use)
      await store.advance(item.id, tally.list(), {
        processed: rows.length,
        linked: 0,
        created: result.created,
        updated: result.updated,
        rejected: result.rejected,
        related: scope.targets.takeCreated(),
      })
    }
    await store.setPhase(item.id, 1)
  }
  if (mapping.selfColumns.length > 0 && !item.dry_run) {
    const targets = new Targets(doors, cx, catalogue, false)
    const linked = item.phase === 0 ? 0 : item.linked
    const refused = await refusedRows(store, item.id)
    for await (const rows of chunksAfter(table, linked)) {
      signal.throwIfAborted()
      const kept = rows.filter((row) => !refused.has(row.number))
      const result = await linkRows({ ...scope, targets }, kept)
      for (const use of result.fuzzy) tally.add(use)
      await store.advance(item.id, tally.list(), {
        processed: 0,
        linked: rows.length,
        created: 0,
        updated: 0,
        rejected: result.rejected,
        related: targets.takeCreated(),
      })
    }
  }
  await store.finish(item.id, null)
}

async function contextOf(
  item: StoredImport,
  {
    workspace,
    now,
    steps,
    announce,
    accessOf,
    comesIn,
  }: Pick<RunDependencies, 'workspace' | 'now' | 'steps' | 'announce' | 'accessOf' | 'comesIn'>,
): Promise<Context> {
  const { id, userId } = item.actor
  return {
    workspace,
    actor: { id: item.import_actor_id ?? id, userId },
    // Whoever asked may have lost their leave since. On the command line nobody asks by name.
    access: userId === null ? unlimited : await accessOf(userId),
    accessOf,
    comesIn,
    source: 'import',
    language: item.language,
    timeZone: item.time_zone,
    now,
    steps,
    announce,
  }
}

async function* chunksAfter(table: SourceTable, done: number): AsyncGenerator<SourceRow[]> {
  let rows: SourceRow[] = []
  for await (const row of table.rows()) {
    if (row.number <= done) continue
    rows.push(row)
    if (rows.length < chunkRows) continue
    yield rows
    rows = []
  }
  if (rows.length > 0) yield rows
}

/** What the rows of the file will be called, where a column of it refers to them. */
export async function titlesIn(
  table: SourceTable,
  mapping: ReturnType<typeof compileMapping> | undefined,
): Promise<ReadonlySet<string>> {
  const titles = new Set<string>()
  const by = new Set(mapping?.selfColumns.map(({ target }) => target?.by.name))
  const columns = mapping?.columns.filter(({ field }) => by.has(field.name)) ?? []
  if (columns.length === 0) return titles
  for await (const row of table.rows())
    for (const { index } of columns) titles.add(fold(row.cells[index] ?? ''))
  return titles
}

async function refusedRows(store: ImportStore, id: string): Promise<ReadonlySet<number>> {
  const refused = new Set<number>()
  for (let after = 0; ; ) {
    const rows = await store.rejectedRows(id, after, 10_000)
    for (const { row, stored } of rows) if (!stored) refused.add(row)
    const last = rows.at(-1)
    if (last === undefined) return refused
    after = last.row
  }
}
