import { catalogueOf } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { run } from '#server/core/records/database.ts'
import { deleteRecords, restoreRecords, updateRecords } from '#server/core/records/index.ts'
import { readBack } from '#server/core/records/write/written.ts'
import { AppError } from '#shared/errors.ts'
import { parseValue } from '#shared/fields/index.ts'
import type { Catalogue, CatalogueObject } from '#shared/metadata/catalogue.ts'
import { checkEra } from './cursor.ts'
import { type ChangeEntry, entriesOf, entryColumns } from './entry.ts'
import { eraOf } from './feed.ts'

interface UndoResult {
  /** Records that are as they were. */
  readonly undone: number
  /** Records that somebody changed since, and that stay so, in whole or in part. */
  readonly skipped: number
}

/** Names transactions of this era, for `undo`. Whoever has it can take back what they did themselves, nothing else. */
export async function undoToken(cx: Context, transactions: readonly string[]): Promise<string> {
  return Buffer.from(`${await eraOf(cx)}|${transactions.join(',')}`).toString('base64url')
}

const page = 1_000

/**
 * Takes back what this person did in the transactions that a token names, through the write door and as a change of its own,
 * the last first. A field that has another value by now is left alone.
 * @throws AppError `invalid_undo_token`, `cursor_expired`, and what the write door throws
 */
export async function undo(cx: Context, token: string): Promise<UndoResult> {
  const transactions = await transactionsOf(cx, token)
  const total = { undone: 0, skipped: 0 }
  for (let before = '9223372036854775807'; ; ) {
    const catalogue = catalogueOf(cx)
    const text = `select ${entryColumns} from ${cx.workspace.schema}._change c left join ${cx.workspace.schema}."actor" a on a.id = c.actor
      where c.xid = any($1::xid8[]) and c.actor = $2::uuid and c.seq < $3::bigint and c.action <> 'link' order by c.seq desc limit ${page}`
    const rows = await run(cx.workspace.queryPool, { text, values: [transactions, cx.actor.id, before] })
    if (rows.length === 0) return total
    before = rows.at(-1)![0]!
    for (const alike of runsOf(await entriesOf(cx, rows, catalogue))) {
      const undone = await takeBack(cx, catalogue, alike)
      total.undone += undone
      total.skipped += alike.length - undone
    }
  }
}

async function transactionsOf(cx: Context, token: string): Promise<string[]> {
  const [era = '', list = ''] = Buffer.from(token, 'base64url').toString('utf8').split('|')
  if (!/^\d{1,9}$/.test(era) || !/^(\d{1,19}(,\d{1,19})*)?$/.test(list))
    throw new AppError('invalid_undo_token')
  checkEra({ era: Number(era), from: '' }, await eraOf(cx))
  return list === '' ? [] : list.split(',')
}

/** Neighbours of one object and action, which one batch of the door takes. */
function runsOf(entries: readonly ChangeEntry[]): ChangeEntry[][] {
  const runs: ChangeEntry[][] = []
  const seen = new Set<string>()
  for (const entry of entries) {
    const last = runs.at(-1)
    const alike =
      last?.[0]?.object === entry.object && last[0].action === entry.action && !seen.has(entry.recordId)
    if (alike) last.push(entry)
    else {
      runs.push([entry])
      seen.clear()
    }
    seen.add(entry.recordId)
  }
  return runs
}

/** How many of the entries were taken back, in whole. */
async function takeBack(cx: Context, catalogue: Catalogue, entries: readonly ChangeEntry[]): Promise<number> {
  const object = catalogue.find(entries[0]!.object)
  if (object === undefined) return 0
  const { records } = await readBack(
    cx,
    cx.workspace.pool,
    catalogue,
    object.key,
    entries.map(({ recordId }) => recordId),
  )
  const live = records.map((json) => JSON.parse(json) as Values | null)
  const standing = (deleted: boolean): string[] =>
    live.flatMap((record) =>
      record !== null && (record.deletedAt !== null) === deleted ? [String(record.id)] : [],
    )
  switch (entries[0]!.action) {
    case 'update':
      return revert(cx, object, entries, live)
    case 'delete':
      return moved(standing(true), (ids) => restoreRecords(cx, object.name, ids))
    default:
      return moved(standing(false), (ids) => deleteRecords(cx, object.name, ids))
  }
}

async function moved(
  ids: readonly string[],
  move: (ids: readonly string[]) => Promise<unknown>,
): Promise<number> {
  if (ids.length > 0) await move(ids)
  return ids.length
}

type Values = Readonly<Record<string, unknown>>

async function revert(
  cx: Context,
  object: CatalogueObject,
  entries: readonly ChangeEntry[],
  live: readonly (Values | null)[],
): Promise<number> {
  const inputs: Values[] = []
  let whole = 0
  for (const [index, { recordId, before, after }] of entries.entries()) {
    const record = live[index]
    if (record === undefined || record === null || record.deletedAt !== null) continue
    const fields = object.fields.filter(({ wire, writable }) => writable && after !== null && wire in after)
    const untouched = fields.filter((field) => same(field, record[field.wire], after?.[field.wire]))
    if (untouched.length === fields.length) whole++
    if (untouched.length === 0) continue
    const values = untouched.map(({ wire }) => [wire, before?.[wire] ?? null])
    inputs.push({ ...Object.fromEntries(values), id: recordId })
  }
  if (inputs.length > 0) await updateRecords(cx, object.name, inputs, { idsOnly: true })
  return whole
}

/** Whether two ways of printing a value mean the same: `1.50` and `1.5`, one moment in two zones. */
function same(field: CatalogueObject['fields'][number], one: unknown, other: unknown): boolean {
  const canonical = (value: unknown): unknown => {
    const parsed = parseValue(field, value ?? null)
    return JSON.stringify(parsed.ok ? parsed.value : value)
  }
  return canonical(one) === canonical(other)
}
