import type { Context } from '#server/core/context.ts'
import { AppError } from '#shared/errors.ts'
import { type Runner, run } from '../database.ts'
import { hashOf, type Idempotency } from './idempotency.ts'

/** How far a bulk request has come. */
export interface Progress {
  /** The last id that was dealt with. */
  readonly after: string
  /** Records that were chosen so far; those that had the values already included. */
  readonly count: number
  /** Transactions in which it was done, as PostgreSQL numbers them. */
  readonly transactions: readonly string[]
  readonly done: boolean
}

export const noProgress: Progress = {
  after: '00000000-0000-0000-0000-000000000000',
  count: 0,
  transactions: [],
  done: false,
}

/** Another request with the same key went on meanwhile: what was done here is not to be done twice. */
export class Overtaken extends Error {}

/** Where a request stands that may have been sent before; `object` is the object's key. @throws AppError `idempotency_key_reused` */
export async function progressOf(cx: Context, object: string, { key, body }: Idempotency): Promise<Progress> {
  const { schema } = cx.workspace
  const hash = hashOf(body)
  await run(cx.workspace.pool, {
    text: `insert into ${schema}._bulk (actor, object, key, body_hash, after) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    values: [cx.actor.id, object, key, hash, noProgress.after],
  })
  const [row] = await run(cx.workspace.pool, {
    text: `select json_build_object('after', after, 'count', count, 'transactions', transactions, 'done', done)::text, body_hash = $4
      from ${schema}._bulk where actor = $1 and object = $2 and key = $3`,
    values: [cx.actor.id, object, key, hash],
  })
  if (row?.[1] !== 't') throw new AppError('idempotency_key_reused', { key })
  return JSON.parse(row[0]!) as Progress
}

/** One step further, noted in the transaction that makes it. @returns the progress with it; throws `Overtaken` */
export async function advance(
  cx: Context,
  client: Runner,
  object: string,
  { key }: Pick<Idempotency, 'key'>,
  from: Progress,
  ids: readonly string[],
): Promise<void> {
  const rows = await run(client, {
    text: `update ${cx.workspace.schema}._bulk set after = $5, count = count + $6, transactions = transactions || pg_current_xact_id()::text
      where actor = $1 and object = $2 and key = $3 and after = $4 and not done returning key`,
    values: [cx.actor.id, object, key, from.after, ids.at(-1), ids.length],
  })
  if (rows.length === 0) throw new Overtaken()
}

export async function finish(cx: Context, object: string, { key }: Pick<Idempotency, 'key'>): Promise<void> {
  await run(cx.workspace.pool, {
    text: `update ${cx.workspace.schema}._bulk set done = true where actor = $1 and object = $2 and key = $3`,
    values: [cx.actor.id, object, key],
  })
}
