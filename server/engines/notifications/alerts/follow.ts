import type { Context } from '#server/core/context.ts'
import type { Runner } from '#server/core/records/database.ts'
import { inTransaction } from '#server/core/records/write/transaction.ts'
import type { Workspace } from '#server/core/workspaces/workspace.ts'
import type { AlertRule } from '#shared/operations/notifications.ts'
import { membersAmong } from '../members.ts'
import { engineContext, type Surroundings } from '../surroundings.ts'
import { type Told, tell } from '../told.ts'
import { announceNotifications } from '../topic.ts'
import { causeOf } from './cause.ts'
import { alertKinds, alertsOf, type SealedEntry } from './rules.ts'

const pageSize = 200

interface AlertOptions {
  readonly surroundings: Surroundings
  /** The members who are to be told. */
  readonly administrators: (workspaceId: string) => Promise<readonly string[]>
}

/** Tells administrators of what the audit log gives cause to, as far as it is sealed. Any number of processes may call it. */
export async function tellAlerts(workspace: Workspace, options: AlertOptions): Promise<void> {
  const cx = engineContext(workspace, options.surroundings)
  for (let more = true; more; ) {
    const { told, hasMore } = await followAudit(cx, () => options.administrators(workspace.id))
    for (const userId of told) announceNotifications(cx, userId)
    more = hasMore
  }
}

/**
 * Reads on in the chain and writes what is to be told, in one transaction with the place that was reached. One process reads at
 * a time; another finds the place taken and goes.
 */
export async function followAudit(
  cx: Context,
  administrators: () => Promise<readonly string[]>,
): Promise<{ readonly told: ReadonlySet<string>; readonly hasMore: boolean }> {
  const { schema } = cx.workspace
  return inTransaction(cx, async (client) => {
    const { rows: locks } = await client.query<{ taken: boolean }>(
      'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as taken',
      [`kith alerts ${schema}`],
    )
    if (locks[0]?.taken !== true) return { told: new Set<string>(), hasMore: false }
    const { rows: places } = await client.query<{ from: string; to: string }>(
      `select p.number::text as from,
         coalesce((select max(number) from ${schema}._audit_seal where number <= p.number + ${pageSize}), p.number)::text as to
       from ${schema}._audit_alerted p`,
    )
    const { from = '0', to = '0' } = places[0] ?? {}
    if (from === to) return { told: new Set<string>(), hasMore: false }
    const told = await toldOf(cx, client, await entriesBetween(cx, client, from, to), administrators)
    await client.query(`update ${schema}._audit_alerted set number = $1`, [to])
    return { told: await tell(cx, client, told), hasMore: Number(to) - Number(from) === pageSize }
  })
}

async function entriesBetween(
  { workspace: { schema } }: Context,
  client: Runner,
  from: string,
  to: string,
): Promise<SealedEntry[]> {
  const { rows } = await client.query<SealedEntry & { number: string }>({
    text: `select s.number::text, a.id, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, a.kind, a.outcome,
        coalesce(a.user_id, m.id) as "userId", coalesce(m.name, a.name) as name, a.address, a.details->>'device' as device,
        a.object, a.count, u.time_zone as "timeZone"
      from ${schema}._audit_seal s join ${schema}._audit a on a.id = s.id left join ${schema}."user" u on u.id = a.user_id
      left join ${schema}."user" m on a.user_id is null and a.object = 'user' and m.id = a.record
      where s.number > $1 and s.number <= $2 and a.kind = any($3) order by s.number`,
    values: [from, to, alertKinds],
  })
  return rows.map((row) => ({ ...row, number: Number(row.number) }))
}

async function toldOf(
  cx: Context,
  client: Runner,
  entries: readonly SealedEntry[],
  administrators: () => Promise<readonly string[]>,
): Promise<Told[]> {
  const found = []
  for (const entry of entries)
    for (const alert of await alertsOf(cx, client, entry)) found.push({ entry, ...alert })
  if (found.length === 0) return []
  const people = [...(await membersAmong(cx, client, await administrators()))]
  return found.flatMap(({ entry, rule, count }) =>
    people
      .filter((userId) => isNews(rule, userId === entry.userId))
      .map((userId) => ({
        ...{
          userId,
          kind: 'alert' as const,
          cause: causeOf(entry.id, rule),
          at: entry.at,
          actor: null,
          count,
        },
        ...{ objectKey: 'user', recordId: entry.userId, title: entry.name, text: whereOf(cx, entry) },
      })),
  )
}

/** Who signs in late knows it; all else may be somebody else in their name. */
const isNews = (rule: AlertRule, ofOneself: boolean): boolean => !(ofOneself && rule === 'outsideHours')

/** From where, and of which object: in no language but that of the workspace. */
function whereOf({ workspace }: Context, { address, device, object }: SealedEntry): string {
  const label = object === null ? null : workspace.catalogue().find(object)?.label[workspace.language]
  return [label, address, device].filter(Boolean).join(' · ')
}
