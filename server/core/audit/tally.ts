import type { Context } from '#server/core/context.ts'
import { alertSettings } from '#shared/metadata/alert-settings.ts'
import { createMinuteCounts } from './minute-counts.ts'
import { recordAudit } from './record.ts'

const verbs = {
  read: { kind: 'massRead', threshold: 'read' },
  change: { kind: 'massChanged', threshold: 'changed' },
  delete: { kind: 'massDeleted', threshold: 'deleted' },
} as const

type MassVerb = keyof typeof verbs

/** Per workspace, actor and verb. */
const counts = createMinuteCounts()

/**
 * Counts records that one actor reads, changes or deletes within a minute, and writes an entry of the audit log where they
 * reach the workspace's threshold, and again each time they have doubled since: one minute of it never fills the log.
 */
export async function countRecords(
  cx: Context,
  verb: MassVerb,
  object: string | undefined,
  records: number,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  if (records === 0 || cx.source === 'system') return
  const { kind, threshold } = verbs[verb]
  const { workspace, actor } = cx
  const limit = alertSettings.reported(workspace.settings(), threshold)
  const key = `${workspace.id} ${actor.id} ${verb}`
  const count = counts.add(key, records, limit, 2)
  if (count === undefined) return
  await recordAudit(cx, {
    kind,
    object,
    count,
    details: { ...details, within: counts.within },
  })
}
