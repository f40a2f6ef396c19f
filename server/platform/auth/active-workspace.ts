import type { Pool } from 'pg'
import { AppError } from '#shared/errors.ts'
import { type Membership, membershipColumns } from './account.ts'

/** The workspace that a new session opens: the one used last. @throws AppError no_workspace */
export async function openLatestWorkspace(pool: Pool, accountId: string): Promise<string> {
  const { rows } = await pool.query<{ workspaceId: string }>(
    `update kith.membership set opened_at = now()
       where account_id = $1 and workspace_id = (
         select workspace_id from kith.membership where account_id = $1 and deactivated_at is null
         order by opened_at desc nulls last, created_at limit 1)
       returning workspace_id "workspaceId"`,
    [accountId],
  )
  if (rows[0] === undefined) throw new AppError('no_workspace')
  return rows[0].workspaceId
}

/** Turns a session to another workspace of its account. @throws AppError not_permitted */
export async function openWorkspace(pool: Pool, sessionId: string, workspaceId: string): Promise<Membership> {
  const { rows } = await pool.query<Membership>(
    `with opened as (
         update kith.membership set opened_at = now()
         from kith.session where session.id = $1 and membership.account_id = session.account_id
           and membership.workspace_id = $2 and deactivated_at is null
         returning ${membershipColumns}),
       turned as (
         update kith.session set workspace_id = $2, updated_at = now()
         where id = $1 and exists (select from opened))
       select * from opened`,
    [sessionId, workspaceId],
  )
  if (rows[0] === undefined) throw new AppError('not_permitted')
  return rows[0]
}
