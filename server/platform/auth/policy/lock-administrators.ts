import type { QueryConfig } from 'pg'

/**
 * Until the transaction ends nobody else changes who rules these workspaces, or how administrators come in: two who leave at
 * once would leave none. All who take it do so by this one key, on whichever connection to the same database; nobody waits for
 * another who waits, since the workspaces are taken in one order.
 */
export async function lockAdministrators(
  client: { query(statement: QueryConfig): Promise<unknown> },
  workspaceIds: readonly string[],
): Promise<void> {
  const keys = [...workspaceIds].sort().map((id) => `kith administrators ${id}`)
  await client.query({
    text: 'select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest($1::text[]) key',
    values: [keys],
  })
}
