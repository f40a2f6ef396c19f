import { catalogueOf } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { Parameters } from '#server/core/expression/scope.ts'
import { readFrom } from '#server/core/records/cursor.ts'
import { run } from '#server/core/records/database.ts'
import { placed } from '#server/core/records/place.ts'
import { checkEra, decodeChangeCursor, encodeChangeCursor } from './cursor.ts'
import { type ChangeEntry, entriesOf, entryColumns } from './entry.ts'
import { visibleChanges } from './visibility.ts'

export interface ChangePage {
  readonly data: readonly ChangeEntry[]
  /** Where to go on; the same again when nothing is new. */
  readonly nextCursor: string
  /** Whether to go on at once: more is there, or may have come while a long stretch was read in pages. */
  readonly hasMore: boolean
}

/**
 * What became visible since a cursor, in the order in which each record went through it. A transaction that was open while
 * others committed is neither skipped nor given twice: what counts is the snapshot, not the number.
 * @param among keys of the objects of which there is something new, where that is known; all
 * @throws AppError `invalid_cursor`, `cursor_expired`
 */
export async function readChanges(
  cx: Context,
  since: string,
  limit = 500,
  among?: ReadonlySet<string>,
): Promise<ChangePage> {
  const cursor = placed('since', () => decodeChangeCursor(since))
  const { from, to, seq = '0' } = cursor
  const { schema } = cx.workspace
  const parameters = new Parameters()
  const [began, until, after] = [
    parameters.add(from, 'pg_snapshot'),
    parameters.add(to ?? null, 'pg_snapshot'),
    parameters.add(seq, 'bigint'),
  ]
  // One statement, so that the snapshot that is given out is the one that was read in.
  const text = `with moment as materialized (
      select era, pg_current_snapshot() as now, coalesce(${until}, pg_current_snapshot()) as upto from ${schema}._era
    )
    select m.era, m.now::text, m.upto::text, e.* from moment m left join lateral (
      select ${entryColumns} from ${schema}._change c left join ${schema}."actor" a on a.id = c.actor
      where c.xid >= pg_snapshot_xmin(${began}) and not pg_visible_in_snapshot(c.xid, ${began})
        and pg_visible_in_snapshot(c.xid, m.upto) and c.seq > ${after} and ${visibleChanges(cx, parameters, among)}
      order by c.seq limit ${limit + 1}
    ) e on true order by e.seq`
  const reading = run(cx.workspace.queryPool, { text, values: parameters.values })
  const read = await readFrom(since, 'since', reading)
  const [era, now, upto] = [Number(read[0]![0]), read[0]![1]!, read[0]![2]!]
  placed('since', () => checkEra(cursor, era))
  const rows = read.map((row) => row.slice(3)).filter(([number]) => number !== null)
  const hasMore = rows.length > limit
  const shown = rows.slice(0, limit)
  const catalogue = catalogueOf(cx)
  return {
    data: await entriesOf(cx, shown, catalogue),
    nextCursor: encodeChangeCursor(
      hasMore ? { era, from, to: upto, seq: shown.at(-1)![0]! } : { era, from: upto },
    ),
    hasMore: hasMore || upto !== now,
  }
}

/**
 * Those of a few entries that may be seen, in their order. One plan serves all who ask for the same objects with the same rights.
 * @param numbers `seq` of entries that are visible by now
 * @param among keys of the objects of which they tell
 */
export async function readEntries(
  cx: Context,
  numbers: readonly string[],
  among: ReadonlySet<string>,
): Promise<ChangeEntry[]> {
  const { schema } = cx.workspace
  const parameters = new Parameters()
  // Of an array PostgreSQL reckons with its length, and would plan anew for each.
  const asked = `jsonb_array_elements_text(${parameters.add(JSON.stringify(numbers), 'jsonb')}) n(seq)`
  const text = `select ${entryColumns} from ${asked} join ${schema}._change c on c.seq = n.seq::bigint
    left join ${schema}."actor" a on a.id = c.actor where ${visibleChanges(cx, parameters, among)} order by c.seq`
  const rows = await run(cx.workspace.pool, { text, values: parameters.values })
  return entriesOf(cx, rows, catalogueOf(cx))
}

/** @throws AppError `invalid_cursor`, `cursor_expired` for one from which nobody can go on */
export async function checkCursor(cx: Context, text: string): Promise<void> {
  const cursor = decodeChangeCursor(text)
  const [era] = await present(cx)
  checkEra(cursor, era)
}

/** The cursor of this moment: nothing that is visible now comes after it. */
export async function presentCursor(cx: Context): Promise<string> {
  const [era, from] = await present(cx)
  return encodeChangeCursor({ era, from })
}

/** The era of the workspace: what was named in another means nothing in this one. */
export async function eraOf(cx: Context): Promise<number> {
  return (await present(cx))[0]
}

async function present(cx: Context): Promise<[era: number, snapshot: string]> {
  const text = `select era, pg_current_snapshot()::text from ${cx.workspace.schema}._era`
  const [row] = await run(cx.workspace.queryPool, { text, values: [] })
  return [Number(row![0]), row![1]!]
}
