import type { ClientBase } from 'pg'
import { type AuditEvent, recordAudit } from '#server/core/audit/index.ts'
import type { Context } from '#server/core/context.ts'

/** Has a change of metadata written to the audit log within its transaction. `event` is asked for once the change is known. */
export const audited = (
  cx: Context,
  event: () => AuditEvent,
): { readonly within: (client: ClientBase) => Promise<void> } => ({
  within: async (client) => {
    await recordAudit(cx, event(), client)
  },
})
