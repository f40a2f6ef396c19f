import type { ChainedEntry } from './chain.ts'

/** A row of `_audit`, as texts. */
export interface EntryRow {
  readonly id: string
  readonly at: string
  readonly kind: string
  readonly outcome: string
  readonly actor: string | null
  readonly user_id: string | null
  readonly name: string
  readonly source: string
  readonly address: string | null
  readonly user_agent: string | null
  readonly object: string | null
  readonly record: string | null
  readonly count: string | null
  readonly details: string
}

/** SQL of an entry's columns, `a` being its row of `_audit`. */
export const entryColumns = `a.id, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, a.kind, a.outcome,
  a.actor, a.user_id, a.name, a.source, a.address, a.user_agent, a.object, a.record, a.count::text, a.details::text`

/** @throws SyntaxError where the details are no JSON */
export function chainedEntry(number: number, row: EntryRow): ChainedEntry {
  const { id, at, kind, outcome, actor, name, source, address, object, record } = row
  const { user_id: userId, user_agent: userAgent } = row
  const count = row.count === null ? null : Number(row.count)
  const details: unknown = JSON.parse(row.details)
  return {
    ...{ number, id, at, kind, outcome, actor, userId, name, source, address, userAgent },
    ...{ object, record, count, details },
  }
}
