import type { ChangeEntry } from '#server/core/changes/index.ts'
import type { Context } from '#server/core/context.ts'
import { quoted } from '#server/core/expression/scope.ts'
import type { Runner } from '#server/core/records/database.ts'
import { inTransaction } from '#server/core/records/write/transaction.ts'
import { reminderOf } from './candidates.ts'
import { remindedLate, reminderRule } from './rules.ts'
import { type Told, tell } from './told.ts'

/** Keeps the moments that changes set or took away; the last word on each record counts. */
export async function keepReminders(
  cx: Context,
  client: Runner,
  entries: readonly ChangeEntry[],
): Promise<void> {
  const catalogue = cx.workspace.catalogue()
  const changes = entries.flatMap((entry) => reminderOf(entry, catalogue) ?? [])
  if (changes.length === 0) return
  const latest = [...new Map(changes.map((change) => [change.recordId, change])).values()]
  const { schema } = cx.workspace
  await client.query({
    text: `delete from ${schema}._reminder where record_id = any($1::uuid[])`,
    values: [latest.map(({ recordId }) => recordId)],
  })
  await client.query({
    text: `insert into ${schema}._reminder (record_id, object_key, due)
      select "recordId", "objectKey", due
      from json_to_recordset($1) as set("recordId" uuid, "objectKey" text, due timestamptz, at timestamptz)
      where due > at - $2 * interval '1 ms'`,
    values: [JSON.stringify(latest), remindedLate],
  })
}

/** Most that are told in one transaction. */
const most = 500

/**
 * Tells of what has come due. Processes take different ones; what was taken and not told for want of a commit comes again.
 * @returns whom it told, and whether there is more
 */
export async function remind(
  cx: Context,
): Promise<{ readonly told: ReadonlySet<string>; readonly hasMore: boolean }> {
  const { schema } = cx.workspace
  const object = cx.workspace.catalogue().byKey(reminderRule.object)
  if (object?.fieldByKey.has(reminderRule.at) !== true) return { told: new Set(), hasMore: false }
  const { closed, to, at } = reminderRule
  return inTransaction(cx, async (client) => {
    const due = await client.query<{ record_id: string; due: string }>(
      `delete from ${schema}._reminder where record_id in (
         select record_id from ${schema}._reminder where due <= now() order by due limit ${most} for update skip locked
       ) returning record_id, due`,
    )
    if (due.rows.length === 0) return { told: new Set(), hasMore: false }
    // What was closed, deleted, or set to another moment since reminds of nothing.
    const { rows } = await client.query<Pick<Told, 'userId' | 'recordId' | 'cause' | 'at' | 'title'>>(
      `select u.id as "userId", t.id as "recordId", now() as at, t.id || ' ' || due.due as cause, coalesce(t.${quoted(object.titleField.column)}, '') as title
       from json_to_recordset($1) as due(record_id uuid, due timestamptz)
       join ${schema}.${quoted(object.table)} t on t.id = due.record_id and t.${quoted(at)} = due.due
       join ${schema}."user" u on u.id = coalesce(${to.map((column) => `t.${quoted(column)}`).join(', ')})
       where t.deleted_at is null and u.deleted_at is null and u.is_active is not false
         and (t.${quoted(closed.field)} is null or t.${quoted(closed.field)} <> all ($2))`,
      [JSON.stringify(due.rows), closed.values],
    )
    const told = await tell(
      cx,
      client,
      rows.map((row) => ({
        ...row,
        ...{ kind: 'reminder', objectKey: object.key, text: '', actor: null, count: 1 },
      })),
    )
    return { told, hasMore: due.rows.length === most }
  })
}
