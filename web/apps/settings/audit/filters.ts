import { auditGroups, auditKindNames, auditKinds } from '#shared/operations/audit-kinds.ts'
import type { AuditFilter } from '#web/data/audit.ts'

/** What the address says of the list. */
export interface AuditAddress {
  /** A kind, or a group of kinds by its name. */
  readonly kind?: string | undefined
  readonly person?: string | undefined
  readonly span?: string | undefined
  readonly search?: string | undefined
}

const day = 86_400_000

/** How far back the list goes, in milliseconds. */
export const spans = { day, week: 7 * day, month: 30 * day, quarter: 90 * day } as const
export const spanNames = ['all', 'day', 'week', 'month', 'quarter'] as const

/** @param now milliseconds; the beginning of a span is a whole minute, so that a list that is drawn again is the same */
export function filterOf({ kind, person, span, search }: AuditAddress, now: number): AuditFilter {
  const back = Object.entries(spans).find(([name]) => name === span)?.[1]
  return {
    kinds: kindsOf(kind),
    actor: person,
    search: search === '' ? undefined : search,
    from: back === undefined ? undefined : new Date(Math.floor((now - back) / 60_000) * 60_000).toISOString(),
  }
}

function kindsOf(kind: string | undefined): string | undefined {
  const group = auditGroups.find((name) => name === kind)
  if (group === undefined) return auditKindNames.find((name) => name === kind)
  return auditKindNames.filter((name) => auditKinds[name].group === group).join(',')
}
