import type { Context } from '#server/core/context.ts'
import { alertSettings } from '#shared/metadata/alert-settings.ts'
import { recordAudit } from './record.ts'

const verbs = {
  read: { kind: 'massRead', threshold: 'read' },
  change: { kind: 'massChanged', threshold: 'changed' },
  delete: { kind: 'massDeleted', threshold: 'deleted' },
} as const

type MassVerb = keyof typeof verbs

/** Milliseconds that are counted together. */
const window = 60_000

interface Count {
  since: number
  records: number
  /** The next number of records that is told of. */
  next: number
}

/** Per workspace, actor and verb, in this process; what ended is forgotten when there are many. */
const counts = new Map<string, Count>()
const most = 10_000

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
  const now = Date.now()
  const known = counts.get(key)
  const count = known && now - known.since < window ? known : { since: now, records: 0, next: limit }
  count.records += records
  if (counts.size >= most && !counts.has(key)) forgetOld(now)
  counts.set(key, count)
  if (count.records < count.next) return
  count.next = count.records * 2
  await recordAudit(cx, {
    kind,
    object,
    count: count.records,
    details: { ...details, within: window / 1_000 },
  })
}

function forgetOld(now: number): void {
  for (const [key, { since }] of counts) if (now - since >= window) counts.delete(key)
}
