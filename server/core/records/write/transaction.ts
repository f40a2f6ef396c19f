import { setTimeout as sleep } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import type { Context } from '#server/core/context.ts'
import { inTransaction as inTransactionOf } from '#server/platform/database/index.ts'
import type { Catalogue } from '#shared/metadata/catalogue.ts'
import { inTurn } from './large-batches.ts'
import { isDatabaseRefusal, worthRetrying } from './refusals.ts'

const mostTries = 6

/**
 * Runs work on so many records that was compiled for a catalogue, again with the newest one where the metadata changed
 * meanwhile, and again after a deadlock. `work` leaves nothing behind when it fails.
 */
export function withCatalogue<T>(
  cx: Context,
  records: number,
  work: (catalogue: Catalogue) => Promise<T>,
): Promise<T> {
  return inTurn(records, async () => {
    for (let tries = 1; ; tries++) {
      try {
        return await work(cx.workspace.catalogue())
      } catch (error) {
        if (!isDatabaseRefusal(error) || !worthRetrying.has(error.code) || tries === mostTries) throw error
        if (error.code === 'KT001') await cx.workspace.refresh()
        else await sleep(Math.random() * 20 * tries)
      }
    }
  })
}

/** One transaction on one connection of the workspace's role. */
export const inTransaction = <T>(
  { workspace }: Pick<Context, 'workspace'>,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> => inTransactionOf(workspace.pool, work)
