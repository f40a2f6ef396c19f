import { unlimited } from '#server/core/access/index.ts'
import { recordAudit } from '#server/core/audit/index.ts'
import type { Context } from '#server/core/context.ts'
import { quoted } from '#server/core/expression/scope.ts'
import { writeChosen } from '#server/core/records/index.ts'
import { AppError, invalidInput } from '#shared/errors.ts'
import type { Catalogue } from '#shared/metadata/catalogue.ts'
import type { HandOver, HandOverPart } from '#shared/operations/people.ts'
import { handOverAlone } from './hand-over-alone.ts'
import { permitOver } from './permit-over.ts'

/** Objects whose owner means nothing: people themselves, and what the engine keeps. */
const nobodys: ReadonlySet<string> = new Set(['user', 'actor', 'file'])

/** One kind of what a member has, as the doors know it. */
interface Part {
  readonly part: Omit<HandOverPart, 'count'>
  readonly table: string
  /** SQL over the row `t`, with the member as $1. */
  readonly condition: string
  /** The same as an expression. */
  readonly filter: (userId: string) => string
  readonly values: (to: string) => Readonly<Record<string, string>>
}

function partsOf(catalogue: Catalogue): Part[] {
  const owned = catalogue.objects
    .filter(({ key }) => !nobodys.has(key))
    .map(
      ({ name, table }): Part => ({
        part: { object: name, what: 'owned' },
        table,
        condition: 't.owner_id = $1',
        filter: (userId) => `ownerId = "${userId}"`,
        values: (to) => ({ ownerId: to }),
      }),
    )
  return [...owned, ...openTasks(catalogue)]
}

function openTasks(catalogue: Catalogue): Part[] {
  const task = catalogue.byKey('task')
  const [assignee, status] = [task?.fieldByKey.get('assignee'), task?.fieldByKey.get('status')]
  if (task === undefined || assignee === undefined || status === undefined) return []
  const { name: assigneeName } = assignee
  return [
    {
      part: { object: task.name, what: 'assigned' },
      table: task.table,
      condition: `t.${quoted(assignee.column)} = $1 and t.${quoted(status.column)} not in ('done', 'cancelled')`,
      filter: (userId) =>
        `${assigneeName}Id = "${userId}" and ${status.name} != "done" and ${status.name} != "cancelled"`,
      values: (to) => ({ [assignee.wire]: to }),
    },
  ]
}

/** How much a member has, by object; what is none is left out. @throws AppError `not_permitted`, `member_has_more` */
export async function countHandOver(cx: Context, userId: string): Promise<HandOverPart[]> {
  await permit(cx, userId)
  const { pool, schema } = cx.workspace
  const parts = partsOf(cx.workspace.catalogue())
  const counts = parts.map(
    ({ table, condition }, index) =>
      `select ${index}::int as part, count(*)::int as count from ${schema}.${quoted(table)} t where t.deleted_at is null and ${condition}`,
  )
  const { rows } = await pool.query<{ part: number; count: number }>({
    text: counts.join(' union all '),
    values: [userId],
  })
  const byPart = new Map(rows.map(({ part, count }) => [Number(part), Number(count)]))
  return parts
    .map(({ part }, index) => ({ ...part, count: byPart.get(index) ?? 0 }))
    .filter(({ count }) => count > 0)
}

/**
 * Gives all that a member owns, and the open tasks that are theirs to do, to another one: object by object, a thousand records to a
 * transaction. What was given is not theirs any more, so that a hand-over which was interrupted goes on when it is asked for again.
 * @throws AppError `record_missing`, `record_not_found` where the other one is no active member, `not_permitted`, `member_has_more`,
 * `hand_over_busy`
 */
export async function handOver(cx: Context, userId: string, to: string): Promise<HandOver> {
  await permit(cx, userId)
  const done = await handOverAlone(cx.workspace, userId, () => giveAll(cx, userId, to))
  if (done === undefined) throw new AppError('hand_over_busy')
  return done
}

/** As `handOver`, by who may decide about the member; call it behind `handOverAlone`. @throws AppError `record_not_found` */
export async function giveAll(cx: Context, userId: string, to: string): Promise<HandOver> {
  await requireReceiver(cx, userId, to)
  // Whoever may decide about the member hands over all of it, also what they do not see themselves.
  const everything: Context = { ...cx, access: unlimited }
  const parts: HandOverPart[] = []
  for (const { part, filter, values } of partsOf(cx.workspace.catalogue())) {
    let count = 0
    await writeChosen(
      everything,
      part.object,
      { filter: filter(userId) },
      { values: values(to) },
      { onProgress: (progress) => (count = progress.count) },
    )
    if (count > 0) parts.push({ ...part, count })
  }
  const count = parts.reduce((sum, part) => sum + part.count, 0)
  await recordAudit(cx, {
    kind: 'recordsHandedOver',
    object: 'user',
    record: userId,
    count,
    details: { to },
  })
  return { parts, count }
}

async function permit(cx: Context, userId: string): Promise<void> {
  const { pool, schema } = cx.workspace
  const { rows } = await pool.query({ text: `select from ${schema}."user" where id = $1`, values: [userId] })
  if (rows.length === 0) throw new AppError('record_missing')
  permitOver(cx.access, await cx.accessOf(userId), cx.workspace.catalogue())
}

/** @throws AppError with an issue at `/to` */
export async function requireReceiver(cx: Context, userId: string, to: string): Promise<void> {
  const { pool, schema } = cx.workspace
  const { rows } = await pool.query({
    text: `select from ${schema}."user" where id = $1 and id <> $2 and deleted_at is null and is_active is not false`,
    values: [to, userId],
  })
  if (rows.length > 0) return
  throw invalidInput([{ path: '/to', code: 'record_not_found', parameters: { id: to, object: 'user' } }])
}
