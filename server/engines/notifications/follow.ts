import { decodeChangeCursor, encodeChangeCursor, nothing } from '#server/core/changes/cursor.ts'
import { type ChangeEntry, type ChangePage, presentCursor, readChanges } from '#server/core/changes/index.ts'
import type { Context } from '#server/core/context.ts'
import type { Runner } from '#server/core/records/database.ts'
import { inTransaction } from '#server/core/records/write/transaction.ts'
import { AppError } from '#shared/errors.ts'
import { type Candidate, candidatesOf } from './candidates.ts'
import { gatherFloods } from './floods.ts'
import { membersAmong, membersBehind } from './members.ts'
import { keepReminders } from './reminders.ts'
import { contextOfMember } from './surroundings.ts'
import { titlesOf } from './titles.ts'
import { type Told, tell } from './told.ts'
import { unreached } from './unreached.ts'

const pageSize = 1_000

/**
 * Reads on in the change log and writes what it gives cause to tell, in one transaction with the place that was reached: a
 * change is told of once, whatever stops in between. One process reads at a time; another finds the place taken and goes.
 * @returns whom it told, and whether there is more to read
 */
export async function followChanges(
  cx: Context,
): Promise<{ readonly told: ReadonlySet<string>; readonly hasMore: boolean }> {
  const { schema } = cx.workspace
  return inTransaction(cx, async (client) => {
    // Asked for alone: the place is to be read after the lock was got, with what its last holder committed.
    const { rows: locks } = await client.query<{ taken: boolean }>(
      'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as taken',
      [`kith notifications ${schema}`],
    )
    if (locks[0]?.taken !== true) return { told: new Set(), hasMore: false }
    const { rows } = await client.query<{ cursor: string | null; seq: string }>(
      `select cursor, seq from ${schema}._notification_cursor`,
    )
    const place = rows[0] ?? { cursor: null, seq: '0' }
    const page = await read(cx, place.cursor, place.seq)
    // Writing down that nothing happened would itself be something that happened, for ever.
    if (page.data.length === 0 && !page.hasMore) return { told: new Set(), hasMore: false }
    const told = await tellOf(cx, client, page.data)
    const last = page.data.reduce((most, { seq }) => Math.max(most, seq), Number(place.seq))
    await client.query(`update ${schema}._notification_cursor set cursor = $1, seq = $2`, [
      page.nextCursor,
      last,
    ])
    return { told, hasMore: page.hasMore }
  })
}

/** The next page. A workspace that is new to this begins now; one that came from a backup, with what was not read there. */
async function read(cx: Context, cursor: string | null, seq: string): Promise<ChangePage> {
  if (cursor === null) return { data: [], nextCursor: await presentCursor(cx), hasMore: true }
  try {
    return await readChanges(cx, cursor, pageSize)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'cursor_expired') throw error
    const { era = 0, from: to } = decodeChangeCursor(await presentCursor(cx))
    return readChanges(cx, encodeChangeCursor({ era, from: nothing, to, seq }), pageSize)
  }
}

async function tellOf(
  cx: Context,
  client: Runner,
  entries: readonly ChangeEntry[],
): Promise<ReadonlySet<string>> {
  if (entries.length === 0) return new Set()
  const catalogue = cx.workspace.catalogue()
  await keepReminders(cx, client, entries)
  const actors = entries.flatMap(({ actor }) => actor?.id ?? [])
  const selves = await membersBehind(cx, client, actors)
  const found = entries.flatMap((entry) =>
    candidatesOf(entry, catalogue, selves.get(entry.actor?.id ?? '') ?? null),
  )
  if (found.length === 0) return new Set()
  const members = await membersAmong(
    cx,
    client,
    found.map(({ userId }) => userId),
  )
  const known = found.filter(({ userId }) => members.has(userId))
  const { alone, gathered } = await gatherFloods(cx, client, known)
  const { told, unseen } = await titled(cx, alone)
  return tell(cx, client, [...told, ...(await unreached(cx, unseen)), ...gathered])
}

/** With the records' titles, apart from those that the person may not see; without those that are gone again. */
async function titled(
  cx: Context,
  candidates: readonly Candidate[],
): Promise<{ readonly told: readonly Told[]; readonly unseen: readonly Candidate[] }> {
  const told: Told[] = []
  const unseen: Candidate[] = []
  for (const group of Map.groupBy(candidates, ({ userId, object }) => `${userId} ${object.key}`).values()) {
    const { userId, object } = group[0]!
    const ids = group.map(({ recordId }) => recordId)
    const titles = await titlesOf(await contextOfMember(cx, userId), object, ids)
    for (const candidate of group) {
      const { object: _, author: __, ...one } = candidate
      const title = titles.get(one.recordId)
      if (title === undefined) unseen.push(candidate)
      if (title === undefined || title.deleted) continue
      told.push({ ...one, objectKey: object.key, title: title.title, count: 1 })
    }
  }
  return { told, unseen }
}
