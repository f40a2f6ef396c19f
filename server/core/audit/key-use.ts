import type { Context } from '#server/core/context.ts'
import { recordAudit } from './record.ts'

/** Keys with the addresses that they were seen from, in this process: the log is asked once for each. */
const seen = new Set<string>()
const most = 50_000

/** Writes an entry where a key is used from an address from which it never came before. */
export async function noteKeyUse(cx: Context): Promise<void> {
  const { workspace, actor, origin } = cx
  const address = origin?.address
  if (address == null) return
  const key = `${workspace.id} ${actor.id} ${address}`
  if (seen.has(key)) return
  if (seen.size >= most) seen.clear()
  seen.add(key)
  const { rows } = await workspace.pool.query<{ known: boolean }>({
    text: `select exists (select from ${workspace.schema}._audit
        where kind = 'keyUsed' and actor = $1 and address = $2) as known`,
    values: [actor.id, address],
  })
  if (rows[0]?.known !== true) await recordAudit(cx, { kind: 'keyUsed' })
}
