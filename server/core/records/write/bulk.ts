import type { Context } from '#server/core/context.ts'
import { invalidInput } from '#shared/errors.ts'
import { compile } from '#shared/expression/index.ts'
import { conditionsOf, from, namesCurrency } from '../conditions.ts'
import { type Runner, run } from '../database.ts'
import { placed } from '../place.ts'
import { scopeFor } from '../scope.ts'
import { searchWords } from '../search.ts'
import { updating } from './change.ts'
import { type WriteOptions, writeRecords } from './pipeline.ts'
import { deleteRecords } from './remove.ts'

/** Which records: those of a list, or those that a list's filter and search leave. */
export interface Chosen {
  readonly ids?: readonly string[] | undefined
  readonly filter?: string | undefined
  readonly search?: string | undefined
}

/** What to do with all of them. */
export type BulkWork = { readonly values: Readonly<Record<string, unknown>> } | { readonly delete: true }

export interface BulkResult {
  /** Records that were chosen and are there; those that had the values already included. */
  count: number
  /** Transactions in which it was done, as PostgreSQL numbers them. */
  readonly transactions: string[]
}

/** Records of one transaction: it holds their rows until it ends, so that a short one lets others write in between. */
const chunk = 1_000

/**
 * Changes or deletes every chosen record, in the order of their ids, a thousand to a transaction. A refusal ends the work;
 * `result`, which grows with each transaction, holds what was done before it.
 * @throws AppError of the expression language and of the write door
 */
export async function writeChosen(
  cx: Context,
  name: string,
  chosen: Chosen,
  work: BulkWork,
  result: BulkResult,
): Promise<void> {
  if (chosen.ids === undefined && chosen.filter === undefined && chosen.search === undefined) {
    throw invalidInput([{ path: '/filter', code: 'required', parameters: { label: 'filter' } }])
  }
  const note = async (client: Runner): Promise<void> => {
    const [row] = await run(client, { text: 'select pg_current_xact_id()::text', values: [] })
    result.transactions.push(row![0]!)
  }
  const around: WriteOptions['around'] = async (client, write) => {
    const written = await write()
    await note(client)
    return written
  }
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const ids = await nextIds(cx, name, chosen, after)
    if (ids.length === 0) return
    if ('delete' in work) await deleteRecords(cx, name, ids, note)
    else {
      const rows = ids.map((id) => ({ ...work.values, id }))
      await writeRecords(cx, name, rows, updating({ idsOnly: true }), { around })
    }
    result.count += ids.length
    after = ids.at(-1)!
  }
}

async function nextIds(cx: Context, name: string, chosen: Chosen, after: string): Promise<string[]> {
  const catalogue = cx.workspace.catalogue()
  const object = catalogue.object(name)
  const { filter: condition, ids } = chosen
  const filter =
    condition === undefined || condition.trim() === ''
      ? undefined
      : placed('/filter', () => compile(condition, catalogue, object, 'boolean'))
  const ownCurrency = filter !== undefined && namesCurrency(filter)
  const scope = scopeFor(cx, { catalogue, object, ownCurrency })
  const { alias, parameters } = scope
  const conditions = [
    `${alias}.deleted_at is null`,
    ...conditionsOf(scope, filter, searchWords(chosen.search ?? '')),
    `${alias}.id > ${parameters.add(after, 'uuid')}`,
    ...(ids === undefined ? [] : [`${alias}.id = any(${parameters.add(ids, 'uuid[]')})`]),
  ]
  const text = `select ${alias}.id ${from(scope)} where ${conditions.join(' and ')} order by ${alias}.id limit ${chunk}`
  return (await run(cx.workspace.queryPool, { text, values: parameters.values })).map(([id]) => id!)
}
