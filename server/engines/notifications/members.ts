import type { Context } from '#server/core/context.ts'
import type { Runner } from '#server/core/records/database.ts'

/** Actors' ids → the members behind them, where there is one. */
export async function membersBehind(
  { workspace: { schema } }: Context,
  client: Runner,
  actors: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ id: string; member: string }>({
    text: `select id, "user" as member from ${schema}."actor" where id = any($1::uuid[]) and "user" is not null`,
    values: [[...new Set(actors)]],
  })
  return new Map(rows.map(({ id, member }) => [id, member]))
}

/** Those of the ids that are members who are still here. */
export async function membersAmong(
  { workspace: { schema } }: Context,
  client: Runner,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: string }>({
    text: `select id from ${schema}."user" where id = any($1::uuid[]) and deleted_at is null and is_active is not false`,
    values: [[...new Set(ids)]],
  })
  return new Set(rows.map(({ id }) => id))
}
