import { recordAudit } from '#server/core/audit/index.ts'
import type { Context } from '#server/core/context.ts'
import type { Log } from '#server/platform/log/index.ts'
import { AppError } from '#shared/errors.ts'
import { giveAll } from './hand-over.ts'
import { handOverAlone } from './hand-over-alone.ts'

type Workspace = Context['workspace']

interface Unfinished {
  readonly member: string
  readonly receiver: string
  /** That it could not be carried out stands in the audit log. */
  readonly told: boolean
}

/**
 * Goes on with what a deactivation was to hand over where the server ended in the middle: the audit log says to whom, and that it was
 * not done. What was given before is not given again. Where it is refused, for the receiver is no member any more, administrators are
 * told, once, and it waits for somebody who decides.
 * @param systemContext asked for where there is something to do
 */
export async function finishHandOvers(
  workspace: Workspace,
  systemContext: () => Promise<Context>,
  log: Log,
): Promise<void> {
  for (const { member } of await unfinished(workspace)) {
    try {
      await handOverAlone(workspace, member, () => finish(workspace, member, systemContext, log))
    } catch (error) {
      log.error({ err: error, workspace: workspace.id, member }, 'a hand-over was not finished')
    }
  }
}

/** Looks anew, since another process may have been at it until now. */
async function finish(
  workspace: Workspace,
  member: string,
  systemContext: () => Promise<Context>,
  log: Log,
): Promise<void> {
  const [left] = await unfinished(workspace, member)
  if (left === undefined) return
  const cx = await systemContext()
  try {
    await giveAll(cx, member, left.receiver)
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error
    if (left.told) return
    const reason = error.issues[0]?.code ?? error.code
    log.warn({ workspace: workspace.id, member, reason }, 'a hand-over waits for somebody who decides')
    await recordAudit(cx, {
      kind: 'recordsHandedOver',
      outcome: 'refused',
      object: 'user',
      record: member,
      details: { to: left.receiver, reason },
    })
  }
}

/** By the last decision about each: one that was taken back, overruled or carried out since is none. */
async function unfinished({ pool, schema }: Workspace, member?: string): Promise<Unfinished[]> {
  const { rows } = await pool.query<Unfinished>({
    text: `select d.record as member, d.details ->> 'to' as receiver, exists (
        select from ${schema}._audit r where r.kind = 'recordsHandedOver' and r.outcome = 'refused'
          and r.record = d.record and (r.at, r.id) > (d.at, d.id)) as told
      from ${schema}._audit d join ${schema}."user" u on u.id = d.record and u.is_active is false
      where d.kind = 'memberDeactivated' and d.details ->> 'to' is not null and ($1::uuid is null or d.record = $1)
        and not exists (
          select from ${schema}._audit l where l.record = d.record and (l.at, l.id) > (d.at, d.id)
            and (l.kind in ('memberDeactivated', 'memberReactivated')
              or (l.kind = 'recordsHandedOver' and l.outcome = 'done')))`,
    values: [member ?? null],
  })
  return rows
}
