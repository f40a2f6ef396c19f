import type { Pool } from 'pg'

/** How an active member of a workspace comes in; `userId` is their record of `user`. Moments are ISO 8601 UTC. */
export interface Standing {
  readonly userId: string
  readonly password: boolean
  readonly passkeys: number
  /** Whether an authenticator app is asked after the password. */
  readonly app: boolean
  /** Names of the outside identities. */
  readonly providers: readonly string[]
  /** Keys that are not revoked. */
  readonly keys: readonly {
    readonly name: string
    readonly createdAt: string
    readonly lastUsedAt: string | null
  }[]
}

export interface Standings {
  /** How each active member of a workspace comes in: for reviews of who has what. */
  standingsIn(workspaceId: string): Promise<Standing[]>
}

const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

export const createStandings = (pool: Pool): Standings => ({
  async standingsIn(workspaceId) {
    const { rows } = await pool.query<Standing>(
      `select m.user_id "userId",
         exists (select from kith.credential c where c.account_id = m.account_id and c.provider = 'credential') password,
         (select count(*)::int from kith.passkey p where p.account_id = m.account_id) passkeys,
         exists (select from kith.authenticator_app a
           where a.account_id = m.account_id and a.confirmed_at is not null) app,
         (select coalesce(json_agg(distinct c.provider), '[]') from kith.credential c
           where c.account_id = m.account_id and c.provider <> 'credential') providers,
         (select coalesce(json_agg(json_build_object('name', k.name, 'createdAt', ${utc('k.created_at')},
             'lastUsedAt', ${utc('k.last_used_at')}) order by k.created_at), '[]')
           from kith.api_key k where k.account_id = m.account_id and k.workspace_id = m.workspace_id
             and k.revoked_at is null) keys
       from kith.membership m where m.workspace_id = $1 and m.deactivated_at is null`,
      [workspaceId],
    )
    return rows
  },
})
