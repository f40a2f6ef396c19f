import type { Pool } from 'pg'
import { AppError, type ErrorCode } from '#shared/errors.ts'
import type { Account } from './account.ts'

interface Place {
  readonly workspaceId: string
  readonly userId: string
}

/** Who decides how somebody else comes in. */
export interface Deciding {
  /** Who decides, in the workspace where they do. */
  readonly asker: Place & { readonly accountId: string }
  /** The member: a record of the object `user`. */
  readonly userId: string
  /** Whether the asker may decide about that member. @throws AppError */
  readonly permitOver: (asker: Place, userId: string) => Promise<void>
}

/** A workspace that the member may open, and who the asker is there. */
interface Elsewhere {
  readonly workspaceId: string
  readonly userId: string
  readonly askerId: string | null
}

/**
 * The account of a member over which the asker has the say: in each workspace that it opens, since that is what is decided about.
 * @param own what is thrown to who asks for themselves
 * @throws AppError record_missing; `own`; what `permitOver` throws; member_elsewhere where somebody of another workspace would
 *   have to be asked, too
 */
export async function requireSayOver(
  pool: Pool,
  { asker, userId, permitOver }: Deciding,
  own: ErrorCode,
): Promise<Account> {
  const { rows } = await pool.query<Account>(
    `select a.id, a.name, a.email, a.mobile from kith.membership m join kith.account a on a.id = m.account_id
     where m.workspace_id = $1 and m.user_id = $2 and m.deactivated_at is null`,
    [asker.workspaceId, userId],
  )
  const [member] = rows
  if (member === undefined) throw new AppError('record_missing')
  if (member.id === asker.accountId) throw new AppError(own)
  await permitOver(asker, userId)
  for (const place of await elsewhere(pool, asker, member.id)) {
    if (place.askerId === null) throw new AppError('member_elsewhere')
    await permitOver({ ...place, userId: place.askerId }, place.userId).catch((error: unknown) => {
      throw error instanceof AppError ? new AppError('member_elsewhere', {}, { cause: error }) : error
    })
  }
  return member
}

async function elsewhere(pool: Pool, asker: Deciding['asker'], accountId: string): Promise<Elsewhere[]> {
  const { rows } = await pool.query<Elsewhere>(
    `select o.workspace_id "workspaceId", o.user_id "userId", i.user_id "askerId" from kith.membership o
     left join kith.membership i on i.workspace_id = o.workspace_id and i.account_id = $2 and i.deactivated_at is null
     where o.account_id = $1 and o.workspace_id <> $3 and o.deactivated_at is null`,
    [accountId, asker.accountId, asker.workspaceId],
  )
  return rows
}
