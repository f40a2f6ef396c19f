import type { Context } from '#server/core/context.ts'
import type { Connections } from '#server/core/workspaces/workspace.ts'
import type { AuditKind, AuditOutcome } from '#shared/operations/audit-kinds.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { agentFamily } from './agent-family.ts'
import { canonicalJson, plainText } from './chain.ts'
import { announceAudit } from './topic.ts'

export interface AuditEvent {
  readonly kind: AuditKind
  /** done */
  readonly outcome?: AuditOutcome
  /** API name as of now. */
  readonly object?: string | undefined
  readonly record?: string | undefined
  /** How many records it was about. */
  readonly count?: number | undefined
  /** Plain JSON. Passwords, codes, keys and values of encrypted fields have no place here. */
  readonly details?: Readonly<Record<string, unknown>>
}

/** Who does it and from where. */
export type AuditContext = Pick<Context, 'workspace' | 'source' | 'origin' | 'announce'> & {
  /** Null where nobody is known: who was turned away at the door. */
  readonly actor: { readonly id: string | null; readonly userId: string | null }
}

const longestAgent = 400

/**
 * Writes an entry of the audit log. In a transaction of the caller's it stands or falls with what it tells of.
 * @param on the transaction; alone without one
 * @returns the entry's id
 */
export async function recordAudit(
  cx: AuditContext,
  event: AuditEvent,
  on: Pick<Connections, 'query'> = cx.workspace.pool,
): Promise<string> {
  const { workspace, actor, source, origin } = cx
  const { schema } = workspace
  const { kind, outcome = 'done', object = null, record = null, count = null, details = {} } = event
  const agent = origin?.userAgent ?? null
  const id = uuidv7()
  // A catalogue without people is a test's or a bare workspace's.
  const person = workspace.catalogue().byKey('user') && `(select name from ${schema}."user" where id = $5)`
  const names = [person, `(select name from ${schema}."actor" where id = $4)`, `''`].filter(Boolean)
  await on.query({
    text: `with entry as (
        insert into ${schema}._audit
          (id, kind, outcome, actor, user_id, name, source, address, user_agent, object, record, count, details)
        values ($1, $2, $3, $4::uuid, $5::uuid, coalesce(${names.join(', ')}), $6, $7, $8, $9, $10, $11, $12)
        returning id)
      insert into ${schema}._audit_unsealed (id) select id from entry`,
    values: [
      ...[id, kind, outcome, actor.id, actor.userId, source],
      origin?.address ?? null,
      agent === null ? null : plainText(agent.slice(0, longestAgent)),
      ...[object, record, count],
      canonicalJson(agent === null ? details : { ...details, device: agentFamily(agent) }),
    ],
  })
  announceAudit(cx)
  return id
}
