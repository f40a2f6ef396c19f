import type { Pool, PoolClient } from 'pg'
import { createInTurn, inTransaction } from '#server/platform/database/index.ts'
import { AppError } from '#shared/errors.ts'
import type { ComesIn } from './comes-in.ts'
import { lockAdministrators } from './lock-administrators.ts'

/**
 * Active members who may do everything in a workspace, by their records. It is asked behind `lockAdministrators`: it waits for
 * none of that workspace's connections on which that lock is waited for.
 */
export type AdministratorsOf = (workspaceId: string) => Promise<readonly string[]>

/**
 * Changes how people come in, all or nothing: nothing where no administrator could come in any more. Whatever may take a way in
 * goes through here, save that administrators leave: that is asked where they do (`keepAdministrator` of core/roles).
 */
export interface KeepWayIn {
  /** @throws AppError policy_locks_out */
  inWorkspace<T>(workspaceId: string, change: (client: PoolClient) => Promise<T>): Promise<T>
  /**
   * Of an account, into every workspace that it opens.
   * @param change is told, once it asks, which workspaces the account rules and no other administrator comes into
   * @throws AppError policy_locks_out
   */
  ofAccount<T>(
    accountId: string,
    change: (client: PoolClient, aloneIn: () => Promise<string[]>) => Promise<T>,
  ): Promise<T>
}

interface Place {
  readonly workspaceId: string
  readonly userId: string
}

export function createKeepWayIn(pool: Pool, comesIn: ComesIn, administratorsOf: AdministratorsOf): KeepWayIn {
  // One at a time: whoever waits for the lock keeps no connection from who has it and asks who comes in.
  const inTurn = createInTurn()
  const changing = <T>(work: (client: PoolClient) => Promise<T>): Promise<T> =>
    inTurn(() => inTransaction(pool, work))
  return {
    inWorkspace: (workspaceId, change) =>
      changing(async (client) => {
        await lockAdministrators(client, [workspaceId])
        const administrators = await administratorsOf(workspaceId)
        const open = await comesIn(client, workspaceId, administrators)
        const result = await change(client)
        if (open && !(await comesIn(client, workspaceId, administrators)))
          throw new AppError('policy_locks_out')
        return result
      }),
    ofAccount: (accountId, change) =>
      changing(async (client) => {
        const places = await placesOf(client, accountId)
        await lockAdministrators(
          client,
          places.map(({ workspaceId }) => workspaceId),
        )
        const comes = ({ workspaceId, userId }: Place) => comesIn(client, workspaceId, [userId])
        const open = await chosen(places, comes)
        const result = await change(client, async () => {
          const alone = await chosen(places, async ({ workspaceId, userId }) => {
            const administrators = await administratorsOf(workspaceId)
            const others = administrators.filter((id) => id !== userId)
            return others.length < administrators.length && !(await comesIn(client, workspaceId, others))
          })
          return alone.map(({ workspaceId }) => workspaceId)
        })
        for (const place of open) {
          if (await comes(place)) continue
          const { workspaceId, userId } = place
          const administrators = await administratorsOf(workspaceId)
          if (administrators.includes(userId) && !(await comesIn(client, workspaceId, administrators)))
            throw new AppError('policy_locks_out')
        }
        return result
      }),
  }
}

async function placesOf(client: PoolClient, accountId: string): Promise<Place[]> {
  const { rows } = await client.query<Place>(
    `select workspace_id "workspaceId", user_id "userId" from kith.membership
     where account_id = $1 and deactivated_at is null`,
    [accountId],
  )
  return rows
}

/** One after another: they are asked on one connection. */
async function chosen<T>(all: readonly T[], is: (one: T) => Promise<boolean>): Promise<T[]> {
  const found: T[] = []
  for (const one of all) if (await is(one)) found.push(one)
  return found
}
