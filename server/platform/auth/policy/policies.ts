import type { Pool } from 'pg'
import { type SignInPolicy, usualSignInPolicy } from '#shared/access/sign-in-policy.ts'
import type { KeepWayIn } from './keep-way-in.ts'

export interface SignInPolicies {
  signInPolicy(workspaceId: string): Promise<SignInPolicy>
  /**
   * Sets it, for sessions that are open too.
   * @throws AppError policy_locks_out where no administrator could come in afterwards
   */
  setSignInPolicy(workspaceId: string, policy: SignInPolicy): Promise<void>
  /** Least characters of a password of somebody who belongs to, or joins, these workspaces. */
  leastPasswordLength(of: { readonly accountId?: string; readonly workspaceId?: string }): Promise<number>
}

/** A policy that is kept may be of an older version, which knew fewer members. */
export const completed = (kept: Partial<SignInPolicy> | null | undefined): SignInPolicy => ({
  ...usualSignInPolicy,
  ...kept,
})

export function createSignInPolicies(
  pool: Pool,
  keepWayIn: KeepWayIn,
  changed: (workspaceId: string) => void,
): SignInPolicies {
  return {
    async signInPolicy(workspaceId) {
      const { rows } = await pool.query<{ policy: Partial<SignInPolicy> }>(
        'select policy from kith.sign_in_policy where workspace_id = $1',
        [workspaceId],
      )
      return completed(rows[0]?.policy)
    },
    async setSignInPolicy(workspaceId, policy) {
      await keepWayIn.inWorkspace(workspaceId, (client) =>
        client.query(
          `insert into kith.sign_in_policy as kept (workspace_id, policy) values ($1, $2)
         on conflict (workspace_id) do update
         set policy = excluded.policy, version = kept.version + 1, updated_at = now()`,
          [workspaceId, JSON.stringify(policy)],
        ),
      )
      changed(workspaceId)
    },
    async leastPasswordLength({ accountId, workspaceId }) {
      const { rows } = await pool.query<{ least: number | null }>(
        `select max((policy->>'passwordLength')::int) least from kith.sign_in_policy
         where workspace_id = $2 or workspace_id in (
           select m.workspace_id from kith.membership m where m.account_id = $1 and m.deactivated_at is null)`,
        [accountId ?? null, workspaceId ?? null],
      )
      return Math.max(usualSignInPolicy.passwordLength, rows[0]?.least ?? 0)
    },
  }
}
