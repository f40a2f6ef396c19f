import type { Context } from '#server/core/context.ts'
import { readFrom } from '#server/core/records/cursor.ts'
import { run } from '#server/core/records/database.ts'
import { placed } from '#server/core/records/place.ts'
import { type ChangeCursor, decodeChangeCursor, encodeChangeCursor } from './cursor.ts'
import { type ChangeEntry, entryColumns, entryOf } from './entry.ts'
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
 * @throws AppError `invalid_cursor`, `cursor_expired`
 */
export async function readChanges(cx: Context, since: string, limit = 500): Promise<ChangePage> {
  const [era, now] = await present(cx)
  const cursor = placed('since', () => decodeChangeCursor(since, era))
  const { from, to = now, seq = '0' } = cursor
  const { schema } = cx.workspace
  const text = `select ${entryColumns} from ${schema}._change c left join ${schema}."actor" a on a.id = c.actor
    where c.xid >= pg_snapshot_xmin($1::pg_snapshot) and not pg_visible_in_snapshot(c.xid, $1::pg_snapshot)
      and pg_visible_in_snapshot(c.xid, $2::pg_snapshot) and c.seq > $3::bigint and ${visibleChanges(cx)}
    order by c.seq limit ${limit + 1}`
  const reading = run(cx.workspace.queryPool, { text, values: [from, to, seq] })
  const rows = await readFrom(since, 'since', reading)
  const hasMore = rows.length > limit
  const shown = rows.slice(0, limit)
  const next: ChangeCursor = hasMore ? { era, from, to, seq: shown.at(-1)![0]! } : { era, from: to }
  const catalogue = cx.workspace.catalogue()
  return {
    data: shown.map((row) => entryOf(row, catalogue)),
    nextCursor: encodeChangeCursor(next),
    hasMore: hasMore || to !== now,
  }
}

/** @throws AppError `invalid_cursor`, `cursor_expired` for one from which nobody can go on */
export async function checkCursor(cx: Context, cursor: string): Promise<void> {
  const [era] = await present(cx)
  decodeChangeCursor(cursor, era)
}

/** The cursor of this moment: nothing that is visible now comes after it. */
export async function presentCursor(cx: Context): Promise<string> {
  const [era, from] = await present(cx)
  return encodeChangeCursor({ era, from })
}

async function present(cx: Context): Promise<[era: number, snapshot: string]> {
  const text = `select era, pg_current_snapshot()::text from ${cx.workspace.schema}._era`
  const [row] = await run(cx.workspace.queryPool, { text, values: [] })
  return [Number(row![0]), row![1]!]
}
