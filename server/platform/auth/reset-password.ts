import type { Pool } from 'pg'
import { AppError } from '#shared/errors.ts'
import type { Account } from './account.ts'
import { knownOf } from './accounts.ts'
import type { Client } from './authority.ts'
import type { Tell } from './events.ts'
import { requireGoodPassword } from './password-rules.ts'

interface PasswordReset {
  readonly workspaceId: string
  /** The administrator who asks. */
  readonly accountId: string
  /** The member: a record of the object `user`. */
  readonly userId: string
  readonly password: string
  /** From where the administrator asks. */
  readonly client?: Client
}

interface Member extends Account {
  readonly elsewhere: boolean
}

export interface ResetPassword {
  /**
   * Gives a member another password and ends all their sessions. Keys go on working.
   * @throws AppError record_missing; own_password; member_elsewhere where another workspace's administrator would have to be
   *   asked, too; password_too_short
   */
  resetPassword(reset: PasswordReset): Promise<void>
}

export function createResetPassword(
  pool: Pool,
  hash: (password: string) => Promise<string>,
  changed: (accountId: string) => void,
  tell: Tell,
): ResetPassword {
  return {
    async resetPassword({ workspaceId, accountId, userId, password, client }) {
      const { rows } = await pool.query<Member>(
        // A password opens every workspace of its person: whoever sets it has to be an administrator in each.
        `select m.account_id id, a.name, a.email, a.mobile, exists (
           select from kith.membership o where o.account_id = m.account_id and o.deactivated_at is null and not exists (
             select from kith.membership i where i.workspace_id = o.workspace_id and i.account_id = $3
               and i.role = 'admin' and i.deactivated_at is null)) elsewhere
         from kith.membership m join kith.account a on a.id = m.account_id where m.workspace_id = $1 and m.user_id = $2 and m.deactivated_at is null`,
        [workspaceId, userId, accountId],
      )
      const [member] = rows
      if (member === undefined) throw new AppError('record_missing')
      if (member.id === accountId) throw new AppError('own_password')
      if (member.elsewhere) throw new AppError('member_elsewhere')
      await requireGoodPassword(password, '/password', knownOf(member))
      await pool.query(
        `with changed as (
           update kith.credential set password = $2, updated_at = now()
           where account_id = $1 and provider = 'credential')
         delete from kith.session where account_id = $1`,
        [member.id, await hash(password)],
      )
      changed(member.id)
      await tell({ kind: 'passwordReset', accountId: member.id, client })
    },
  }
}
