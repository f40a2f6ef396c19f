import type { Pool, PoolClient } from 'pg'
import type { Client } from './authority.ts'
import type { Tell } from './events.ts'
import type { KeepWayIn } from './policy/keep-way-in.ts'
import { passwordsOpen } from './policy/passwords-open.ts'
import { type Deciding, requireSayOver } from './say-over.ts'

interface FactorsReset extends Deciding {
  readonly client: Client
}

export interface ResetFactors {
  /**
   * Takes a member's authenticator app, recovery codes and passkeys away, and ends all their sessions: for who has lost them. Keys go on
   * working.
   * @throws AppError record_missing; own_factors; what `permitOver` throws; member_elsewhere where somebody of another workspace
   *   would have to be asked, too; policy_locks_out
   */
  resetFactors(reset: FactorsReset): Promise<void>
  /**
   * Likewise, by who runs the server.
   * @param passwords whether passwords open, from now on, the workspaces that the account rules and no other administrator comes into
   * @returns whether there were any
   * @throws AppError policy_locks_out
   */
  removeFactors(accountId: string, passwords: boolean): Promise<boolean>
}

interface Parts {
  readonly pool: Pool
  readonly keepWayIn: KeepWayIn
  readonly accountChanged: (accountId: string) => void
  readonly policyChanged: (workspaceId: string) => void
  readonly tell: Tell
}

export function createResetFactors(parts: Parts): ResetFactors {
  const { pool, keepWayIn, accountChanged, policyChanged, tell } = parts
  return {
    async resetFactors({ client, ...deciding }) {
      const member = await requireSayOver(pool, deciding, 'own_factors')
      await keepWayIn.ofAccount(member.id, (on) => remove(on, member.id))
      accountChanged(member.id)
      const { accountId, workspaceId } = deciding.asker
      // Who did it stands in the log as the actor; to whom, as a detail.
      await tell({
        ...{ kind: 'factorsReset', accountId, workspaceId, client },
        details: { member: member.name, userId: deciding.userId },
      })
    },
    async removeFactors(accountId, passwords) {
      const { removed, opened } = await keepWayIn.ofAccount(accountId, async (on, aloneIn) => ({
        removed: await remove(on, accountId),
        opened: passwords ? await letPasswordsIn(on, await aloneIn()) : [],
      }))
      accountChanged(accountId)
      await tell({ kind: 'factorsReset', accountId })
      for (const workspaceId of opened) {
        policyChanged(workspaceId)
        const details = { before: { password: false }, after: { password: true } }
        await tell({ kind: 'signInPolicyChanged', accountId, workspaceId, details })
      }
      return removed
    },
  }
}

/** @returns whether there was a factor */
async function remove(on: PoolClient, accountId: string): Promise<boolean> {
  const { rows } = await on.query<{ removed: number }>(
    `with apps as (delete from kith.authenticator_app where account_id = $1 returning 1),
       passkeys as (delete from kith.passkey where account_id = $1 returning 1),
       sessions as (delete from kith.session where account_id = $1)
     select ((select count(*) from apps) + (select count(*) from passkeys))::int removed`,
    [accountId],
  )
  return (rows[0]?.removed ?? 0) > 0
}

/** @returns the workspaces that passwords did not open before */
async function letPasswordsIn(on: PoolClient, workspaceIds: readonly string[]): Promise<string[]> {
  const { rows } = await on.query<{ id: string }>(
    `update kith.sign_in_policy
     set policy = jsonb_set(policy, '{password}', 'true'), version = version + 1, updated_at = now()
     where workspace_id = any($1::uuid[]) and not ${passwordsOpen('sign_in_policy.workspace_id')}
     returning workspace_id id`,
    [[...workspaceIds]],
  )
  return rows.map(({ id }) => id)
}
