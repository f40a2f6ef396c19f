import type { Pool } from 'pg'
import type { KeyRing } from '#server/platform/sealing/index.ts'
import { doesOpen, type KeptConfig, providerSealing } from '../providers/secret-config.ts'
import { passwordsOpen } from './passwords-open.ts'

/**
 * Whether one of these members, by their records, comes into a workspace as its sign-in policy is: by a passkey; by an identity
 * provider that is on, whose secrets open and by which they came since it is what it is, since that it is set up is no proof that
 * it lets anybody in; by a password where passwords open it.
 */
export type ComesIn = (
  on: Pick<Pool, 'query'>,
  workspaceId: string,
  members: readonly string[],
) => Promise<boolean>

interface Way {
  /** Of a provider; null for a way of Kith's own. */
  readonly id: string | null
  readonly config: KeptConfig
}

export function createComesIn(ring: KeyRing): ComesIn {
  const sealing = providerSealing(ring)
  return async (on, workspaceId, members) => {
    const { rows } = await on.query<Way>(
      `with active as (
         select m.account_id, m.workspace_id from kith.membership m
         where m.workspace_id = $1 and m.user_id = any($2::uuid[]) and m.deactivated_at is null)
       select null::uuid id, null::jsonb config where exists (
         select from active join kith.account a on a.id = active.account_id
         where exists (select from kith.passkey k where k.account_id = a.id)
           or ${passwordsOpen('active.workspace_id')} and coalesce(a.email, a.mobile) is not null and exists (
             select from kith.credential c
             where c.account_id = a.id and c.provider = 'credential' and c.password is not null))
       union all
       select i.id, i.config from kith.identity_provider i
       where i.workspace_id = $1 and i.enabled and exists (
         select from active join kith.credential c on c.account_id = active.account_id
         where c.provider = i.id::text and c.last_used_at is not null)`,
      [workspaceId, [...members]],
    )
    return rows.some(({ id, config }) => id === null || doesOpen(sealing, id, config))
  }
}
