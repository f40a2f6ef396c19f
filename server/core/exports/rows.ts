import type { PoolClient } from 'pg'
import type { Context } from '#server/core/context.ts'
import { type Runner, run, type Statement } from '#server/core/records/database.ts'

/** Rows that are fetched at a time: what an export holds in memory. */
const stretch = 500
/** Milliseconds that a reader may stand still: its snapshot keeps the database from clearing away old rows. */
const patience = 5 * 60_000

export interface Snapshot {
  /** Runs a statement that sees the same moment. */
  readonly runner: Runner
  /** Rows of one statement, stretch by stretch; read at most once. */
  readonly read: (statement: Statement) => AsyncGenerator<(string | null)[][]>
  readonly end: () => Promise<void>
}

/** One moment of the database to read from, for as long as the reader takes. Call `end`, come what may. */
export async function openSnapshot({ workspace }: Context): Promise<Snapshot> {
  const client = await workspace.queryPool.connect()
  const end = async (failed: boolean): Promise<void> => {
    if (!failed) await client.query('rollback').catch(() => undefined)
    client.release(failed)
  }
  let ending: Promise<void> | undefined
  const once = (failed: boolean): Promise<void> => {
    ending ??= end(failed)
    return ending
  }
  try {
    await client.query('begin isolation level repeatable read read only')
    // A cursor is planned for its first rows unless it is told that all of them will be read.
    await client.query(
      `set local cursor_tuple_fraction = 1; set local idle_in_transaction_session_timeout = ${patience}`,
    )
  } catch (error) {
    await once(true)
    throw error
  }
  return { runner: client, read: (statement) => fetched(client, statement), end: () => once(false) }
}

async function* fetched(
  client: PoolClient,
  { text, values }: Statement,
): AsyncGenerator<(string | null)[][]> {
  await client.query({ text: `declare exported no scroll cursor for ${text}`, values: values as unknown[] })
  for (;;) {
    const rows = await run(client, { text: `fetch ${stretch} from exported`, values: [] })
    if (rows.length > 0) yield rows
    if (rows.length < stretch) return
  }
}
