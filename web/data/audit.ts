import type { AuditEntry } from '#shared/operations/audit.ts'
import { request } from './request.ts'

export type { AuditEntry }

export interface AuditFilter {
  /** Kinds with commas between. */
  readonly kinds?: string | undefined
  readonly actor?: string | undefined
  /** ISO 8601. */
  readonly from?: string | undefined
  readonly search?: string | undefined
}

interface AuditPage {
  readonly data: readonly AuditEntry[]
  readonly nextCursor: string | null
}

/** The newest first. */
export const listAudit = async (
  query: AuditFilter & { readonly cursor?: string | undefined },
  signal?: AbortSignal,
): Promise<AuditPage> => (await request<AuditPage>('GET', '/audit', { query: { ...query }, signal })).data

export const getAudit = async (id: string): Promise<AuditEntry> =>
  (await request<{ data: AuditEntry }>('GET', `/audit/${id}`)).data.data
