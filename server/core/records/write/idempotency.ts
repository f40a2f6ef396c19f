import { createHash } from 'node:crypto'
import type { Context } from '#server/core/context.ts'
import { AppError } from '#shared/errors.ts'
import { type Runner, run } from '../database.ts'

/** A retried POST as its sender names it. The key counts for one actor and one route. */
export interface Idempotency {
  readonly key: string
  readonly route: string
  /** What the request asked for; a second request with the same key must ask for the same. */
  readonly body: unknown
}

/** Hours that a key is kept; a housekeeping task takes older ones away. */
export const keptFor = 24

export const hashOf = (body: unknown): Buffer => createHash('sha256').update(JSON.stringify(body)).digest()

/**
 * Takes the key, waiting for a request that holds it. The ids of what it made where that request was carried out;
 * undefined where this one is the first.
 * @throws AppError `idempotency_key_reused`
 */
export async function claimKey(
  cx: Context,
  client: Runner,
  { key, route, body }: Idempotency,
): Promise<string[] | undefined> {
  const { schema } = cx.workspace
  const hash = hashOf(body)
  const values = [cx.actor.id, route, key, hash]
  const claimed = await run(client, {
    text: `insert into ${schema}._idempotency (actor, route, key, body_hash) values ($1, $2, $3, $4) on conflict do nothing returning key`,
    values,
  })
  if (claimed.length > 0) return undefined
  const [row] = await run(client, {
    text: `select array_to_json(ids)::text, body_hash = $4 from ${schema}._idempotency where actor = $1 and route = $2 and key = $3`,
    values,
  })
  if (row?.[1] !== 't') throw new AppError('idempotency_key_reused', { key })
  return JSON.parse(row[0] ?? '[]') as string[]
}

/** Keeps what the request made, in the transaction that made it. */
export async function keepResult(
  cx: Context,
  client: Runner,
  { key, route }: Idempotency,
  ids: readonly string[],
): Promise<void> {
  await run(client, {
    text: `update ${cx.workspace.schema}._idempotency set ids = $4::uuid[] where actor = $1 and route = $2 and key = $3`,
    values: [cx.actor.id, route, key, ids],
  })
}
