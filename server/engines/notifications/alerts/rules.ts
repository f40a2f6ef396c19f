import type { Context } from '#server/core/context.ts'
import type { Runner } from '#server/core/records/database.ts'
import { type AlertSettings, alertMinutes, alertSettings } from '#shared/metadata/alert-settings.ts'
import { isWorkingTime } from '#shared/metadata/working-time.ts'
import type { AuditKind, AuditOutcome } from '#shared/operations/audit-kinds.ts'
import type { AlertRule } from '#shared/operations/notifications.ts'

/** An entry of the audit log in its place of the chain. */
export interface SealedEntry {
  readonly number: number
  readonly id: string
  /** ISO 8601 UTC. */
  readonly at: string
  readonly kind: AuditKind
  readonly outcome: AuditOutcome
  /** Who did it; the member whom it happened to, where nobody did. */
  readonly userId: string | null
  readonly name: string
  readonly address: string | null
  readonly device: string | null
  readonly object: string | null
  readonly count: number | null
  /** The member's own zone, where they have one. */
  readonly timeZone: string | null
}

interface Question {
  readonly cx: Context
  readonly client: Runner
  readonly entry: SealedEntry
  readonly settings: AlertSettings
}

interface Rule {
  readonly kind: AuditKind
  /** How many are told of; undefined where there is nothing to tell. Of equal logs always the same. */
  readonly told: (question: Question) => Promise<number | undefined> | number | undefined
}

const beyond =
  (threshold: 'exported' | 'read' | 'changed' | 'deleted') =>
  ({ entry, settings }: Question): number | undefined => {
    const count = entry.count ?? 0
    return settings[threshold] > 0 && count >= settings[threshold] ? count : undefined
  }

/** What makes an entry one that administrators are told of. */
const rules = {
  outsideHours: {
    kind: 'signedIn',
    told: ({ cx, entry, settings }) => {
      const { calendar, timeZone } = cx.workspace.settings()
      if (!settings.outsideHours) return undefined
      return isWorkingTime(calendar, Date.parse(entry.at), entry.timeZone ?? timeZone) ? undefined : 1
    },
  },
  newDevice: { kind: 'signedIn', told: isNewDevice },
  failures: { kind: 'signInFailed', told: manyFailures },
  factorsReset: { kind: 'factorsReset', told: () => 1 },
  notHandedOver: {
    kind: 'recordsHandedOver',
    told: ({ entry }) => (entry.outcome === 'refused' ? 1 : undefined),
  },
  exported: { kind: 'exported', told: beyond('exported') },
  read: { kind: 'massRead', told: beyond('read') },
  changed: { kind: 'massChanged', told: beyond('changed') },
  deleted: { kind: 'massDeleted', told: beyond('deleted') },
} satisfies Record<AlertRule, Rule>

/** The kinds that some rule looks at. */
export const alertKinds: readonly AuditKind[] = [...new Set(Object.values(rules).map(({ kind }) => kind))]

/** What an entry gives cause to tell. */
export async function alertsOf(
  cx: Context,
  client: Runner,
  entry: SealedEntry,
): Promise<{ readonly rule: AlertRule; readonly count: number }[]> {
  const settings = alertSettings.of(cx.workspace.settings())
  const alerts: { rule: AlertRule; count: number }[] = []
  for (const [name, rule] of Object.entries(rules) as [AlertRule, Rule][]) {
    if (rule.kind !== entry.kind) continue
    const count = await rule.told({ cx, client, entry, settings })
    if (count !== undefined) alerts.push({ rule: name, count })
  }
  return alerts
}

/** The first sign-in of all is from no new device: there was none before. */
async function isNewDevice({ cx, client, entry, settings }: Question): Promise<number | undefined> {
  if (!settings.newDevice || entry.userId === null) return undefined
  const { schema } = cx.workspace
  const { rows } = await client.query<{ before: boolean; same: boolean }>({
    text: `with earlier as (
        select a.address, a.details->>'device' as device from ${schema}._audit a
        join ${schema}._audit_seal s on s.id = a.id
        where a.kind = 'signedIn' and a.user_id = $1 and s.number < $2)
      select exists (select from earlier) as before,
        exists (select from earlier e where e.address is not distinct from $3 and e.device is not distinct from $4) as same`,
    values: [entry.userId, entry.number, entry.address, entry.device],
  })
  return rows[0]?.before === true && !rows[0].same ? 1 : undefined
}

/**
 * Told when they reach the threshold, and at each multiple of it: failures to one account, or accounts that were tried from one
 * address.
 */
async function manyFailures({ cx, client, entry, settings }: Question): Promise<number | undefined> {
  const threshold = settings.failures
  if (threshold === 0) return undefined
  const { schema } = cx.workspace
  const { rows } = await client.query<{ failures: number; accounts: number; first: boolean }>({
    text: `select count(*) filter (where a.user_id = $1)::int as failures,
        count(distinct a.user_id) filter (where a.address = $2)::int as accounts,
        count(*) filter (where a.user_id = $1 and a.address = $2) = 1 as first
      from ${schema}._audit a join ${schema}._audit_seal s on s.id = a.id
      where a.kind = 'signInFailed' and s.number <= $3
        and a.at > $4::timestamptz - make_interval(mins => ${alertMinutes}) and a.at <= $4::timestamptz`,
    values: [entry.userId, entry.address, entry.number, entry.at],
  })
  const { failures = 0, accounts = 0, first = false } = rows[0] ?? {}
  const reached = [failures, first ? accounts : 0].filter((count) => count > 0 && count % threshold === 0)
  return reached.length === 0 ? undefined : Math.max(...reached)
}
